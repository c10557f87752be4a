import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { fieldValue } from '../customers/field-value.js';
import { day, moment, number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import { desk } from './import-desk.js';
import { count, targetLabel } from './words.js';

const SHOWN = 10;

/** What stands in the head of an activity, or is the same for all of them. */
const HIDDEN = ['id', 'kind'];

const isMidnight = (time) => /T00:00(:00(\.0+)?)?Z$/.test(time);
const decimals = (value) => (String(value).split('.')[1] ?? '').length;

/** The first rows as the customers and activities they would become. */
export class MappingPreview extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { preview, previewing } = desk;
    return html`
      <section class="card preview ${previewing ? 'is-stale' : ''}" aria-labelledby="preview-title" aria-busy=${previewing ? 'true' : 'false'}>
        <h2 id="preview-title">${t('preview.title')}</h2>
        ${preview
          ? html`<div class="preview-rows stale-dim" tabindex="0" role="region" aria-labelledby="preview-title">${preview.slice(0, SHOWN).map((row) => this.#row(row))}</div>`
          : desk.incomplete ? html`<p class="muted">${t('preview.incomplete')}</p>` : desk.problem ? nothing : skeleton(6)}
      </section>
    `;
  }

  #row({ row, parts = [], faults = [] }) {
    return html`
      <article class="preview-row">
        <span class="preview-number number muted">${t('preview.row', count(row))}</span>
        ${parts.map((part) => this.#part(part))}
        ${faults.map(({ column, detail, expected }) => html`<p class="preview-fault">${icon('warning')}<span><strong>${column}</strong> ${detail}${expected ? html` <span class="muted">${expected}</span>` : nothing}</span></p>`)}
      </article>
    `;
  }

  #part({ rows, id, fields }) {
    const { title } = session.schema;
    const isCustomer = rows === 'customers';
    const head = isCustomer ? (fields[title] ?? id) : t(`rows.one.${rows}`);
    const hidden = isCustomer ? [title] : HIDDEN;
    const others = Object.entries(fields).filter(([field]) => !hidden.includes(field));
    return html`
      <h3>${head} <span class="muted number">${id}</span></h3>
      <dl class="values">${others.map(([field, value]) => html`<div><dt>${targetLabel({ rows, field })}</dt><dd class="number">${this.#value(isCustomer, field, value)}</dd></div>`)}</dl>
    `;
  }

  #value(isCustomer, field, value) {
    const known = isCustomer && session.schema.field(field);
    if (known) return fieldValue(known, value);
    if (field === 'time') return isMidnight(value) ? day(value.slice(0, 10), this.language) : moment(value, this.language);
    return [value].flat().map((one) => (typeof one === 'number' ? number(one, this.language, decimals(one)) : one)).join(t('comma'));
  }
}

customElements.define('mapping-preview', MappingPreview);
