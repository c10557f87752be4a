import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { facetFilter, isFiltered, NO_FILTER, withFacetFilter } from '../pure/facet-filter.js';
import { number } from '../pure/format.js';
import { isRelative, parseBound, rangeOf } from '../pure/histogram.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import { store } from '../store.js';
import { missingRow } from './facet-row.js';
import './histogram-brush.js';

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<' };

/** A facet of numbers, money or days: a histogram to brush, and two inputs for exact bounds. */
export class FacetRange extends Element {
  static properties = {
    field: { attribute: false },
    facet: { attribute: false },
    condition: { attribute: false },
    wrong: { state: true },
  };

  #missingSeen = false;

  willUpdate() {
    this.#missingSeen ||= this.facet?.missing > 0;
  }

  render() {
    if (!this.facet) return skeleton(1, 'skeleton-histogram');
    const filter = facetFilter(this.condition, this.field.name);
    const { edges, counts } = this.facet.histogram;
    return html`
      <div class="facet-tools">
        ${isFiltered(this.condition, this.field.name)
          ? html`<button class="link" aria-label=${t('facets.clearOne', this.#label)} @click=${() => this.#set(NO_FILTER)}>${t('facets.clear')}</button>`
          : nothing}
      </div>
      ${counts.length
        ? html`<histogram-brush
            .field=${this.field} .edges=${edges} .counts=${counts} .range=${filter.range}
            @brush=${(event) => this.#brush(event.detail, filter)}
          ></histogram-brush>`
        : html`<p class="facet-note muted">${t('facets.noValues')}</p>`}
      <div class="range-inputs">
        ${this.#input(filter, ['gte', 'gt'], 'range.from')}
        <span class="muted" aria-hidden="true">–</span>
        ${this.#input(filter, this.#isDate ? ['lte', 'lt'] : ['lt', 'lte'], 'range.to')}
      </div>
      ${this.#missingSeen || filter.missing
        ? html`<ul class="facet-rows">${missingRow(this.facet.missing, filter, (f) => this.#set(f))}</ul>`
        : nothing}
    `;
  }

  get #isDate() {
    return this.field.type === 'date';
  }

  get #label() {
    return this.field.label[this.language];
  }

  #input(filter, kinds, name) {
    const kind = kinds.find((k) => filter.range?.[k] !== undefined) ?? kinds[0];
    const bound = filter.range?.[kind];
    const plain = this.#isDate && !isRelative(bound);
    const shown = bound === undefined ? '' : this.#isDate ? bound : number(bound, this.language, this.#decimals(bound));
    return html`
      <label class="range-input ${this.wrong === kind ? 'is-wrong' : ''}">
        <span aria-hidden="true">${SIGNS[kind]}</span>
        <input
          class="number" type=${plain ? 'date' : 'text'} inputmode=${plain ? nothing : 'decimal'}
          aria-label=${`${this.#label}: ${t(name)}`} aria-invalid=${this.wrong === kind ? 'true' : 'false'} .value=${live(shown)}
          @change=${(event) => this.#typed(event.target.value, kind, kinds, filter)}
        >
      </label>
    `;
  }

  #decimals(value) {
    return (String(value).split('.')[1] ?? '').length;
  }

  #typed(text, kind, kinds, filter) {
    const value = text.trim() === '' ? undefined : parseBound(text, this.#isDate);
    if (text.trim() !== '' && value === undefined) {
      this.wrong = kind;
      return;
    }
    this.wrong = null;
    const others = Object.entries(filter.range ?? {}).filter(([k]) => !kinds.includes(k));
    const bounds = Object.fromEntries(value === undefined ? others : [...others, [kind, value]]);
    this.#set({ ...filter, range: Object.keys(bounds).length ? bounds : null });
  }

  #brush([from, to], filter) {
    const range = rangeOf(this.facet.histogram.edges, from, to, this.#isDate);
    this.#set({ ...filter, range });
  }

  #set(filter) {
    store.change({ condition: withFacetFilter(this.condition, this.field.name, filter) });
  }
}

customElements.define('facet-range', FacetRange);
