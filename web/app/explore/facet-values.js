import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../i18n/index.js';
import { facetFilter, isFiltered, NO_FILTER, withFacetFilter } from '../pure/facet-filter.js';
import { ancestry, arrange, firstRows, inConfiguredOrder, rowsAt } from '../pure/facet-list.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import { store } from '../store.js';
import { facetRow, missingRow } from './facet-row.js';

const ROWS = 8;
const SEARCH_PAUSE_MS = 150;

/** A facet of words: values with exact counts, to choose, to choose alone, or to rule out. */
export class FacetValues extends Element {
  static properties = {
    field: { attribute: false },
    facet: { attribute: false },
    condition: { attribute: false },
    searching: { state: true },
  };

  #shown = [];
  #shownFor = '';
  #missingSeen = false;
  #timer;

  willUpdate(changed) {
    if (!changed.has('facet') || !this.facet) return;
    this.#missingSeen ||= this.facet.missing > 0;
    const { contains, path } = this.#view;
    const { include, exclude } = facetFilter(this.condition, this.field.name);
    const chosen = new Set([...include, ...exclude]);
    const at = (list) => (this.field.type === 'tree' && !contains ? rowsAt(list, path, chosen) : list);
    const rows = at(this.facet.values);
    const list = `${contains}\n${path}`;
    const before = list === this.#shownFor ? at(this.#shown) : [];
    this.#shownFor = list;
    this.#shown =
      this.field.closed && this.field.type !== 'tree' && !contains
        ? inConfiguredOrder(this.field.values, rows)
        : arrange(before, rows, this.matches(':hover, :focus-within'));
  }

  render() {
    if (!this.facet) return skeleton(this.field.closed ? Math.min(ROWS, this.field.values.length) : ROWS, 'skeleton-facet');
    const filter = facetFilter(this.condition, this.field.name);
    const { contains, all, path } = this.#view;
    const chosen = new Set([...filter.include, ...filter.exclude]);
    const rows = all || contains ? this.#shown : firstRows(this.#shown, ROWS, chosen);
    const deep = rows.some((row) => row.parent);
    const most = Math.max(1, ...this.#shown.map((row) => row.count));
    return html`
      ${this.#tools()} ${path && !contains ? this.#path(path) : nothing}
      <ul class="facet-rows ${all || contains ? 'is-long' : ''} ${deep ? 'is-deep' : ''}">
        ${repeat(
          rows,
          (row) => row.value,
          (row) => facetRow({ row, filter, most, field: this.field, path, contains, deep, set: (f) => this.#set(f), enter: (p) => this.#enter(p) }),
        )}
        ${!contains && (this.#missingSeen || filter.missing) ? missingRow(this.facet.missing, filter, (f) => this.#set(f)) : nothing}
      </ul>
      ${rows.length === 0 ? html`<p class="facet-note muted">${t(contains ? 'facets.none' : 'facets.noValues')}</p>` : nothing}
      ${this.#more(rows.length)}
    `;
  }

  get #view() {
    return store.view(this.field.name);
  }

  get #long() {
    return this.facet.distinct > ROWS || this.facet.values.length > ROWS;
  }

  #tools() {
    const filtered = isFiltered(this.condition, this.field.name);
    const label = this.field.label[this.language];
    return html`
      <div class="facet-tools">
        ${filtered
          ? html`<button class="link" aria-label=${t('facets.clearOne', label)} @click=${() => this.#set(NO_FILTER)}>${t('facets.clear')}</button>`
          : nothing}
        ${this.#long && !this.searching
          ? html`<button class="icon-button" aria-label=${t('facets.searchIn', label)} title=${t('facets.searchIn', label)} @click=${this.#openSearch}>${icon('search')}</button>`
          : nothing}
      </div>
      ${this.searching
        ? html`<input
            class="input facet-search" type="search" aria-label=${t('facets.searchIn', label)} placeholder=${t('facets.searchIn', label)}
            @input=${this.#search} @keydown=${this.#searchKey} @blur=${this.#searchLeft}
          >`
        : nothing}
    `;
  }

  #path(path) {
    const steps = ancestry(path);
    const word = (step) => session.schema.valueLabel(this.field.name, step, this.language);
    return html`
      <nav class="facet-path" aria-label=${t('facets.path')}>
        <button class="link" @click=${() => this.#enter('')}>${t('facets.all')}</button>
        ${steps.map((step, i) => html`${icon('chevron')}${
          i === steps.length - 1
            ? html`<span aria-current="true">${word(step)}</span>`
            : html`<button class="link" @click=${() => this.#enter(step)}>${word(step)}</button>`
        }`)}
      </nav>
    `;
  }

  #more(shown) {
    const { all, contains } = this.#view;
    if (contains || (!all && this.#shown.length <= shown && this.facet.values.length >= this.facet.distinct)) return nothing;
    if (!all && this.#shown.length <= ROWS) return nothing;
    const count = Math.max(this.#shown.length, this.#view.path ? 0 : this.facet.distinct);
    return html`
      <button class="link facet-more" @click=${() => store.look(this.field.name, { all: !all })}>
        ${all ? t('facets.fewer') : t('facets.more', number(count, this.language))}
      </button>
    `;
  }

  #set(filter) {
    store.change({ condition: withFacetFilter(this.condition, this.field.name, filter) });
  }

  #enter(path) {
    store.look(this.field.name, { path, contains: '', all: false });
  }

  async #openSearch() {
    this.searching = true;
    await this.updateComplete;
    this.querySelector('.facet-search').focus();
  }

  #search(event) {
    const contains = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => store.look(this.field.name, { contains }), SEARCH_PAUSE_MS);
  }

  #searchKey(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    clearTimeout(this.#timer);
    this.searching = false;
    store.look(this.field.name, { contains: '' });
  }

  #searchLeft(event) {
    if (!event.target.value) this.searching = false;
  }
}

customElements.define('facet-values', FacetValues);
