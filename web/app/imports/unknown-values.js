import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { partsOf, ruleOf, withValue } from '../pure/column-targets.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { desk } from './import-desk.js';
import { count, targetWords } from './words.js';

const SHOWN = 12;

/** Texts that the field does not know, with the nearest it does; each is mapped once for all rows. */
export class UnknownValues extends Element {
  static properties = { report: { attribute: false }, all: { state: true } };

  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const unknown = this.report.unknown ?? [];
    if (unknown.length === 0) return nothing;
    const shown = this.all ? unknown : unknown.slice(0, SHOWN);
    return html`
      <section class="card unknown-values" aria-labelledby="unknown-title">
        <div class="card-head"><div><h2 id="unknown-title">${t('unknownValues.title', count(unknown.length))}</h2><p class="muted">${t('unknownValues.text')}</p></div></div>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="unknown-title"><table>
          <thead><tr><th scope="col">${t('unknownValues.value')}</th><th scope="col" class="is-number">${t('unknownValues.rows')}</th><th scope="col">${t('unknownValues.becomes')}</th></tr></thead>
          <tbody>${shown.map((value) => this.#row(value))}</tbody>
        </table></div>
        ${unknown.length > shown.length ? html`<button class="link" @click=${() => (this.all = true)}>${t('unknownValues.more', count(unknown.length - shown.length))}</button>` : nothing}
      </section>
    `;
  }

  #target(written) {
    const [rows, field] = written.includes('.') ? written.split('.') : [null, written];
    const part = partsOf(desk.mapping).find((one) => (rows === null || one.rows === rows) && one.fields?.[field]);
    return part && { rows: part.rows, field };
  }

  #word(field, value) {
    const above = session.schema.labelsAbove(field, value, this.language);
    return [...(session.schema.field(field)?.type === 'tree' ? above : []), session.schema.valueLabel(field, value, this.language)].join(' › ');
  }

  #row({ field: written, text, count: n, nearest = [] }) {
    const target = this.#target(written);
    const field = target?.field ?? written;
    const chosen = target ? (ruleOf(desk.mapping, target).values?.[text] ?? '') : '';
    const near = [...new Set([...(chosen ? [chosen] : []), ...nearest])];
    const all = (session.schema.field(field)?.values ?? []).map(({ value }) => value).filter((value) => !near.includes(value));
    const option = (value) => html`<option value=${value} ?selected=${value === chosen}>${this.#word(field, value)}</option>`;
    const fixed = desk.started || !session.canEdit || !target;
    return html`
      <tr>
        <th scope="row"><span class="muted">${targetWords(written)}</span> <strong>${text}</strong></th>
        <td class="is-number">${count(n)}</td>
        <td>
          <select class="input compact" aria-label=${t('unknownValues.choose', text)} ?disabled=${fixed} @change=${(event) => desk.edit(withValue(desk.mapping, target, text, event.target.value))}>
            <option value="" ?selected=${chosen === ''}>${t('unknownValues.asIs')}</option>
            ${near.length ? html`<optgroup label=${t('unknownValues.nearest')}>${near.map(option)}</optgroup>` : nothing}
            ${all.length ? html`<optgroup label=${t('unknownValues.all')}>${all.map(option)}</optgroup>` : nothing}
          </select>
        </td>
      </tr>
    `;
  }
}

customElements.define('unknown-values', UnknownValues);
