import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { orderedFields } from '../../pure/rule-defaults.js';
import { defined, shifted, without } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { choice, fieldChoice, gradeChoice, missingChoice } from '../controls.js';
import { gradeLabel, gradesOf } from '../words.js';
import '../field-histogram.js';

const METHODS = ['type7', 'type7-plus-one', 'type7-right', 'qcut', 'rank'];
const TIES = ['together', 'by-number'];

/** Quantiles: equally many customers in each grade, in the order of a field. */
export class QuantilesForm extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    const { facet, field, grades, method, ties } = this.definition;
    const unused = gradesOf(facet).find((grade) => !grades.includes(grade));
    return html`
      <div class="form-line">
        ${fieldChoice(t('bands.field'), orderedFields(session.schema), field, (name) => this.#edit({ field: name }))}
        ${choice(t('quantiles.method'), METHODS.map((m) => [m, t(`method.${m}`)]), method, (m) => this.#edit({ method: m }))}
        ${method !== 'rank' ? nothing : choice(t('quantiles.ties'), TIES.map((m) => [m, t(`ties.${m}`)]), ties ?? TIES[0], (m) => this.#edit({ ties: m }))}
        ${missingChoice(this.definition, (missing) => this.#edit({ missing }))}
      </div>
      <field-histogram .facet=${facet} .field=${field} .cuts=${this.cuts ?? []} .grades=${grades} .fixed=${true}></field-histogram>
      <p class="muted hint">${t('quantiles.hint')}</p>
      <ol class="plain band-rows">${grades.map((grade, i) => this.#grade(grade, i))}</ol>
      ${unused ? html`<button type="button" class="link" @click=${() => this.#edit({ grades: [...grades, unused] })}>${icon('plus')}${t('quantiles.add')}</button>` : nothing}
    `;
  }

  #grade(grade, i) {
    const { facet, grades } = this.definition;
    const name = gradeLabel(facet, grade);
    const move = (by, symbol, key) => html`<button
      type="button" class="icon-button" aria-label=${t(key, name)} title=${t(key, name)} ?disabled=${!grades[i + by]}
      @click=${() => this.#edit({ grades: shifted(grades, i, by) })}
    >${icon(symbol)}</button>`;
    return html`
      <li>
        ${gradeChoice(t('bands.grade', i + 1), facet, grade, (value) => this.#edit({ grades: grades.map((g, at) => (at === i ? value : g)) }))}
        <span class="muted">${i === 0 ? t('quantiles.lowest') : i === grades.length - 1 ? t('quantiles.highest') : ''}</span>
        <span class="spacer"></span>
        ${move(-1, 'up', 'order.up')}${move(1, 'down', 'order.down')}
        ${grades.length > 2
          ? html`<button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ grades: without(grades, i) })}>${icon('close')}</button>`
          : nothing}
      </li>
    `;
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('quantiles-form', QuantilesForm);
