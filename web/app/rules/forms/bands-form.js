import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { orderedFields } from '../../pure/rule-defaults.js';
import { cutsOf, defined, replaced, withBand, withCut, withoutBand } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { fieldChoice, gradeChoice, missingChoice, thresholdInput } from '../controls.js';
import { bound, gradeLabel, gradesOf } from '../words.js';
import '../field-histogram.js';

/** Bands: the grade follows from where a field's value lies between thresholds. */
export class BandsForm extends Element {
  static properties = { definition: { attribute: false } };

  render() {
    const { facet, field, bands } = this.definition;
    return html`
      <div class="form-line">
        ${fieldChoice(t('bands.field'), orderedFields(session.schema), field, (name) => this.#edit({ field: name }))}
        ${missingChoice(this.definition, (missing) => this.#edit({ missing }))}
      </div>
      <field-histogram
        .facet=${facet} .field=${field} .cuts=${cutsOf(bands)} .grades=${bands.map((band) => band.grade)}
        @cut=${({ detail }) => this.#edit({ bands: withCut(bands, detail.index, detail.value) })}
      ></field-histogram>
      <ol class="plain band-rows">${bands.map((band, i) => this.#band(band, i))}</ol>
      <button type="button" class="link" @click=${() => this.#edit({ bands: withBand(bands, gradesOf(facet)) })}>${icon('plus')}${t('bands.add')}</button>
    `;
  }

  #band(band, i) {
    const { facet, field, bands } = this.definition;
    const above = bands[i + 1]?.from;
    const name = gradeLabel(facet, band.grade);
    return html`
      <li>
        ${gradeChoice(t('bands.grade', i + 1), facet, band.grade, (grade) => this.#edit({ bands: replaced(bands, i, { grade }) }))}
        ${i === 0
          ? html`<span class="muted">${above === undefined ? t('bands.everything') : t('bands.below', bound(field, above))}</span>`
          : html`<span class="muted">${t('bands.from')}</span>
              ${thresholdInput(field, t('bands.fromOf', name), band.from, (from) => this.#edit({ bands: replaced(bands, i, { from }) }))}
              <span class="muted">${above === undefined ? t('bands.andMore') : t('bands.toBelow', bound(field, above))}</span>`}
        <span class="spacer"></span>
        ${bands.length > 2
          ? html`<button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ bands: withoutBand(bands, i) })}>${icon('close')}</button>`
          : nothing}
      </li>
    `;
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('bands-form', BandsForm);
