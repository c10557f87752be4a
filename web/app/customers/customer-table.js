import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../i18n/index.js';
import { nextSort } from '../pure/url-state.js';
import { isNumeric, isOrdered } from '../pure/schema.js';
import { customerAddress, router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { Keys } from '../shared/keys.js';
import { marked } from '../shared/parts.js';
import { shownColumns } from './columns.js';
import { fieldValue } from './field-value.js';

const SKELETON_ROWS = 14;

/** Customers in rows: sort by a column, walk with j and k, look with a click, open with Enter. */
export class CustomerTable extends Element {
  static properties = {
    customers: { attribute: false },
    sort: { attribute: false },
    current: { attribute: false },
    keyboard: { attribute: false },
  };

  constructor() {
    super();
    new Keys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      Enter: () => this.#open(),
      ' ': () => this.#look(),
    });
  }

  render() {
    const columns = shownColumns();
    const title = session.schema.field(session.schema.title);
    return html`
      <div class="table-scroll" tabindex="-1">
        <table class="customers">
          <caption class="hidden">${t('table.caption')}</caption>
          <thead>
            <tr>${[title, ...columns].map((field) => this.#head(field))}</tr>
          </thead>
          <tbody class="stale-dim">
            ${this.customers
              ? repeat(this.customers, (customer) => customer.id, (customer) => this.#row(customer, columns))
              : Array.from({ length: SKELETON_ROWS }, () => this.#blank(columns.length + 1))}
          </tbody>
        </table>
      </div>
    `;
  }

  #head(field) {
    const sorted = this.sort?.field === field.name ? this.sort.order : null;
    const sortable = session.schema.isSortable(field);
    const first = isOrdered(field) ? 'desc' : 'asc';
    const label = field.label[this.language];
    return html`
      <th scope="col" class=${isNumeric(field) ? 'is-number' : ''} aria-sort=${sorted ? `${sorted}ending` : nothing}>
        ${sortable
          ? html`<button title=${t('table.sort', label)} @click=${() => this.emit('sort', nextSort(this.sort, field.name, first))}>
              <span>${label}</span>${sorted ? icon(sorted === 'asc' ? 'up' : 'down') : nothing}
            </button>`
          : label}
      </th>
    `;
  }

  #row(customer, columns) {
    const { id, highlights = {} } = customer;
    const name = String(session.schema.titleOf(customer));
    const chosen = id === this.current;
    return html`
      <tr class=${chosen ? 'is-current' : ''} data-id=${id} aria-current=${chosen ? 'true' : nothing} @click=${(event) => this.#clicked(event, customer)}>
        <th scope="row"><a href=${customerAddress(id)} title=${name}>${marked(name, highlights[session.schema.title])}</a>${this.#elsewhere(customer)}</th>
        ${columns.map(
          (field) => html`<td class=${isNumeric(field) ? 'is-number' : ''} data-type=${field.type}>
            ${fieldValue(field, customer.fields[field.name], highlights[field.name])}
          </td>`,
        )}
      </tr>
    `;
  }

  /** Where the keyword was found when that is in none of the columns. */
  #elsewhere({ fields, highlights = {} }) {
    const { schema } = session;
    const visible = new Set([schema.title, ...shownColumns().map((field) => field.name)]);
    const names = Object.keys(highlights);
    const name = names.find((field) => !visible.has(field) && fields[field] !== undefined);
    if (!name || names.includes(schema.title)) return nothing;
    return html`<span class="found-in">${fieldValue(schema.field(name), fields[name], highlights[name])}</span>`;
  }

  #blank(cells) {
    return html`<tr class="skeleton-line">${Array.from({ length: cells }, () => html`<td><span></span></td>`)}</tr>`;
  }

  #clicked(event, customer) {
    if (event.target.closest('a') || getSelection().toString()) return;
    this.emit('look', customer.id === this.current ? null : customer);
  }

  get #rows() {
    return [...this.querySelectorAll('tbody tr[data-id]')];
  }

  get #focused() {
    const row = document.activeElement?.closest?.('tr[data-id]');
    return row && this.contains(row) ? row : this.querySelector('tr.is-current');
  }

  #step(by) {
    const rows = this.#rows;
    if (!this.keyboard || rows.length === 0) return;
    const at = rows.indexOf(this.#focused);
    const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    row.querySelector('a').focus();
    row.scrollIntoView({ block: 'nearest' });
    if (this.current) this.#lookAt(row);
  }

  #look() {
    if (this.keyboard && this.#focused) this.#lookAt(this.#focused, true);
  }

  #lookAt(row, toggle = false) {
    const customer = this.customers.find(({ id }) => id === row.dataset.id);
    this.emit('look', toggle && customer.id === this.current ? null : customer);
  }

  #open() {
    if (this.keyboard && this.#focused) router.go(customerAddress(this.#focused.dataset.id));
  }
}

customElements.define('customer-table', CustomerTable);
