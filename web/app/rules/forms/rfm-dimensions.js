import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { number } from '../../pure/format.js';
import { dateFields, numericFields } from '../../pure/rule-defaults.js';
import { DIMENSIONS, methodsOf, withMethod } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { amountInput, choice, fieldChoice } from '../controls.js';

const METHODS = ['type7', 'type7-plus-one', 'type7-right', 'qcut', 'rank', 'fixed'];

/** What an RFM rule scores, how it is cut, and where; cut points are found, or fixed by hand. */
export class RfmDimensions extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    return html`
      <div class="rfm-map-scroll">
        <table class="form-table">
          <thead><tr>${['part', 'field', 'method', 'cuts'].map((name) => html`<th scope="col">${name === 'method' ? t('quantiles.method') : t(`rfm.${name}`)}</th>`)}</tr></thead>
          <tbody>${DIMENSIONS.map((name) => this.#dimension(name))}</tbody>
        </table>
      </div>
    `;
  }

  #dimension(name) {
    const { definition } = this;
    const label = t(`rfm.${name}`);
    const fields = name === 'recency' ? dateFields(session.schema) : numericFields(session.schema);
    const method = methodsOf(definition)[name];
    return html`
      <tr>
        <th scope="row">${label}</th>
        <td>${fieldChoice(`${label}: ${t('rfm.field')}`, fields, definition[name], (field) => this.emit('edit', { ...definition, [name]: field }), { hidden: true })}</td>
        <td>${choice(`${label}: ${t('quantiles.method')}`, METHODS.map((m) => [m, t(`method.${m}`)]), method, (m) => this.emit('edit', withMethod(definition, name, m, this.cuts)), { hidden: true })}</td>
        <td class="number"><span class="cut-list">${method === 'fixed' ? this.#inputs(name, label) : (this.cuts?.[name] ?? []).map((cut) => html`<span>${number(cut, this.language, this.#decimals(cut))}</span>`)}</span></td>
      </tr>
    `;
  }

  #decimals(cut) {
    return Math.min(2, (String(cut).split('.')[1] ?? '').length);
  }

  #inputs(name, label) {
    const { definition } = this;
    const count = (definition.scores ?? 5) - 1;
    const values = definition.cuts?.[name] ?? [];
    const take = (i) => (value) => {
      const changed = Array.from({ length: count }, (_, at) => (at === i ? value : (values[at] ?? 0)));
      this.emit('edit', { ...definition, cuts: { ...definition.cuts, [name]: changed } });
    };
    return Array.from({ length: count }, (_, i) => amountInput(t('rfm.cutNumber', label, i + 1), values[i], take(i)));
  }
}

customElements.define('rfm-dimensions', RfmDimensions);
