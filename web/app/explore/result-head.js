import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number, share } from '../pure/format.js';
import { readSort, writeSort } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { store } from '../store.js';
import '../customers/column-menu.js';
import { shownColumns } from '../customers/columns.js';

/** The exact total, the largest number on the page, and what one can do with the question. */
export class ResultHead extends Element {
  constructor() {
    super();
    this.watch(store);
  }

  render() {
    const { answer } = store;
    return html`
      <div class="result-head">
        <h1 class="total" aria-live="polite">
          ${answer
            ? html`<span class="total-number stale-dim">${number(answer.total, this.language)}</span>
                <span class="total-word">${t('customers', answer.total)}</span>`
            : store.problem
              ? html`<span class="total-number">–</span>`
              : html`<span class="skeleton-number" role="img" aria-label=${t('loading')}></span>`}
        </h1>
        ${answer ? html`<span class="total-of stale-dim">${this.#ofEveryone(answer)}</span>` : nothing}
        <span class="spacer"></span>
        ${this.#sort()}
        <button class="button phone-only" @click=${() => this.emit('facets')}>${icon('filter')}${t('facets.title')}</button>
        <button class="button" title="e" @click=${() => this.emit('edit')}>${t('condition.edit')}</button>
        <column-menu></column-menu>
        <button class="button ${store.question.segment ? '' : 'primary'}" title="s" ?disabled=${!session.canEdit} @click=${() => this.emit('save')}>
          ${t('segment.saveAs')}
        </button>
      </div>
    `;
  }

  /** The order on a phone, where the table has no heads to click. */
  #sort() {
    const { schema } = session;
    const current = writeSort(store.question.sort);
    const fields = [schema.field(schema.title), ...shownColumns()].filter((field) => schema.isSortable(field));
    const option = (value, words) => html`<option value=${value} ?selected=${value === current}>${words}</option>`;
    return html`
      <select class="input phone-only" aria-label=${t('sort.label')} @change=${(e) => store.change({ sort: readSort(e.target.value) })}>
        ${option('', t('sort.none'))}
        ${fields.map((field) => [
          option(field.name, `${field.label[this.language]} ↑`),
          option(`-${field.name}`, `${field.label[this.language]} ↓`),
        ])}
      </select>
    `;
  }

  #ofEveryone({ total, everyone }) {
    const whole = t('ofEveryone', number(everyone, this.language));
    return total === everyone ? whole : html`${whole}<span class="dot">·</span>${share(total, everyone, this.language)}`;
  }
}

customElements.define('result-head', ResultHead);
