import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { isOrdered } from '../pure/schema.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { store } from '../store.js';
import './facet-range.js';
import './facet-values.js';

/** All facets in configured order; a sheet over the page on a phone. */
export class FacetPanel extends Element {
  constructor() {
    super();
    this.watch(store);
  }

  render() {
    const total = store.answer?.total;
    return html`
      <div class="sheet-head">
        <h2>${t('facets.title')}</h2>
        <button class="button primary" @click=${() => this.emit('close')}>${t('facets.show', total ?? 0)}</button>
      </div>
      <div class="facet-scroll ${store.stale && store.answer ? 'is-stale' : ''}" role="group" aria-label=${t('facets.title')}>
        ${session.schema.facets.map((field) => this.#facet(field))}
      </div>
    `;
  }

  #facet(field) {
    const open = store.isOpen(field.name);
    const id = `facet-${field.name}`;
    return html`
      <section class="facet" aria-labelledby=${id}>
        <h3 id=${id}>
          <button class="facet-toggle" aria-expanded=${open ? 'true' : 'false'} @click=${() => store.setOpen(field.name, !open)}>
            ${icon('chevron')}<span>${field.label[this.language]}</span>
          </button>
        </h3>
        ${open ? this.#body(field) : ''}
      </section>
    `;
  }

  #body(field) {
    const facet = store.facets.get(field.name);
    if (!facet && store.problem) return '';
    return isOrdered(field)
      ? html`<facet-range .field=${field} .facet=${facet} .condition=${store.question.condition}></facet-range>`
      : html`<facet-values .field=${field} .facet=${facet} .condition=${store.question.condition}></facet-values>`;
  }
}

customElements.define('facet-panel', FacetPanel);
