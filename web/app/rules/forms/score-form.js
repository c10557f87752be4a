import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { numericFields } from '../../pure/rule-defaults.js';
import { replaced, withBand, without, withoutBand } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { amountInput, choice, fieldChoice, gradeChoice } from '../controls.js';
import { fieldLabel, gradeLabel, gradesOf } from '../words.js';

const NORMALISED = ['percentile', 'minmax', 'log', 'fixed'];

/** Score: a weighted sum of several fields, each brought to 0 to 1, and bands over the sum. */
export class ScoreForm extends Element {
  static properties = { definition: { attribute: false } };

  render() {
    const { facet, parts, bands } = this.definition;
    const fields = numericFields(session.schema);
    const next = fields.find(({ name }) => !parts.some((part) => part.field === name));
    return html`
      <div class="rfm-map-scroll">
        <table class="form-table">
          <caption class="hidden">${t('score.parts')}</caption>
          <thead><tr>${['field', 'weight', 'normalise', 'range', 'missing'].map((name) => html`<th scope="col">${t(`score.${name}`)}</th>`)}<th scope="col"><span class="hidden">${t('actions')}</span></th></tr></thead>
          <tbody>${parts.map((part, i) => this.#part(part, i, fields))}</tbody>
        </table>
      </div>
      ${next ? html`<button type="button" class="link" @click=${() => this.#edit({ parts: [...parts, { field: next.name, weight: 0.5, normalise: 'percentile', missing: 0 }] })}>${icon('plus')}${t('score.add')}</button>` : nothing}
      <h3 class="form-head">${t('score.bands')}</h3>
      <ol class="plain band-rows">
        ${bands.map(
          (band, i) => html`<li>
            ${gradeChoice(t('bands.grade', i + 1), facet, band.grade, (grade) => this.#edit({ bands: replaced(bands, i, { grade }) }))}
            ${i === 0 ? html`<span class="muted">${t('score.below')}</span>` : html`<span class="muted">${t('bands.from')}</span>${amountInput(t('bands.fromOf', gradeLabel(facet, band.grade)), band.from, (from) => this.#edit({ bands: replaced(bands, i, { from }) }))}`}
            <span class="spacer"></span>
            ${bands.length > 2 ? html`<button type="button" class="icon-button" aria-label=${t('bands.remove', gradeLabel(facet, band.grade))} @click=${() => this.#edit({ bands: withoutBand(bands, i) })}>${icon('close')}</button>` : nothing}
          </li>`,
        )}
      </ol>
      <button type="button" class="link" @click=${() => this.#edit({ bands: withBand(bands, gradesOf(facet)) })}>${icon('plus')}${t('bands.add')}</button>
    `;
  }

  #part(part, i, fields) {
    const { parts } = this.definition;
    const name = fieldLabel(part.field);
    const set = (change) => this.#edit({ parts: replaced(parts, i, change) });
    const input = (key, options) => amountInput(`${name}: ${t(`score.${key}`)}`, part[key], (value) => set({ [key]: value }), options);
    return html`
      <tr>
        <td>${fieldChoice(t('score.field'), fields, part.field, (field) => set({ field }), { hidden: true })}</td>
        <td>${input('weight')}</td>
        <td>${choice(`${name}: ${t('score.normalise')}`, NORMALISED.map((kind) => [kind, t(`normalise.${kind}`)]), part.normalise, (normalise) => set({ normalise, ...(normalise === 'fixed' ? { from: part.from ?? 0, to: part.to ?? 1 } : { from: undefined, to: undefined }) }), { hidden: true })}</td>
        <td>${part.normalise === 'fixed' ? html`<span class="score-range">${input('from')}<span class="muted">–</span>${input('to')}</span>` : html`<span class="muted">${t('score.auto')}</span>`}</td>
        <td>${input('missing', { optional: true })}</td>
        <td>${parts.length > 1 ? html`<button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ parts: without(parts, i) })}>${icon('close')}</button>` : nothing}</td>
      </tr>
    `;
  }

  #edit(change) {
    this.emit('edit', { ...this.definition, ...change });
  }
}

customElements.define('score-form', ScoreForm);
