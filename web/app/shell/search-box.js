import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { facetFilter, toggleValue, withFacetFilter } from '../pure/facet-filter.js';
import { addressOf, readQuestion, START } from '../pure/url-state.js';
import { customerAddress, router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { suggestionList } from './suggestions.js';

const PAUSE_MS = 90;

/** Search by keyword, with suggestions while typing: customers to open, values to filter by. */
export class SearchBox extends Element {
  static properties = {
    text: { state: true },
    answer: { state: true },
    open: { state: true },
    active: { state: true },
  };

  #timer;
  #request;

  constructor() {
    super();
    Object.assign(this, { text: '', answer: null, open: false, active: -1 });
    this.watch(router);
    this.watch(session);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#takeFromAddress();
  }

  handleEvent(event) {
    if (event.target === router) this.#takeFromAddress();
    super.handleEvent(event);
  }

  focusInput() {
    const input = this.querySelector('input');
    input.focus();
    input.select();
  }

  render() {
    const shown = this.open && this.answer && this.#entries.length > 0;
    return html`
      <form class="search" role="search" @submit=${this.#submit} @focusout=${this.#left}>
        ${icon('search')}
        <input
          type="search" name="q" autocomplete="off" spellcheck="false" maxlength="200"
          role="combobox" aria-autocomplete="list" aria-controls="suggestions" aria-expanded=${shown ? 'true' : 'false'}
          aria-activedescendant=${shown && this.active >= 0 ? `suggestion-${this.active}` : nothing}
          aria-label=${t('search.label')} placeholder=${t('search.placeholder')}
          .value=${live(this.text)} @input=${this.#typed} @keydown=${this.#pressed} @focus=${() => (this.open = true)}
        >
        ${this.text
          ? html`<button type="button" class="icon-button" aria-label=${t('search.clear')} @click=${this.#clear}>${icon('close')}</button>`
          : html`<kbd aria-hidden="true">/</kbd>`}
        <div id="suggestions" class="suggestions" role="listbox" aria-label=${t('search.suggestions')} ?hidden=${!shown}>
          ${shown ? suggestionList(this.answer, this.active, (i) => this.#choose(i)) : nothing}
        </div>
      </form>
    `;
  }

  get #entries() {
    return [...this.answer.customers, ...this.answer.values];
  }

  get #question() {
    return router.route.page === 'explore' ? readQuestion(location.search) : START;
  }

  #takeFromAddress() {
    if (!this.contains(document.activeElement)) this.text = this.#question.text;
  }

  #typed(event) {
    this.text = event.target.value;
    this.active = -1;
    this.open = true;
    clearTimeout(this.#timer);
    if (this.text.trim()) this.#timer = setTimeout(() => this.#suggest(), PAUSE_MS);
    else this.answer = null;
  }

  async #suggest() {
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      this.answer = await api.suggest(this.text.trim(), this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem)) this.answer = null;
    }
  }

  #pressed(event) {
    if (event.key === 'Escape' && this.open && this.answer) {
      event.preventDefault();
      this.open = false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.answer || event.isComposing) return;
    event.preventDefault();
    this.open = true;
    const length = this.#entries.length + 1;
    this.active = ((this.active + 1 + step + length) % length) - 1;
  }

  #submit(event) {
    event.preventDefault();
    if (this.active >= 0) this.#choose(this.active);
    else this.#search(this.text.trim());
  }

  #search(text) {
    this.#finish();
    router.go(addressOf({ ...this.#question, text, page: 1 }));
  }

  #choose(index) {
    const entry = this.#entries[index];
    if (entry.id !== undefined) {
      this.text = '';
      this.#finish();
      router.go(customerAddress(entry.id));
      return;
    }
    const question = this.#question;
    const tree = session.schema.field(entry.field).type === 'tree';
    const { condition } = question;
    const filter = facetFilter(condition, entry.field);
    const wanted = filter.include.includes(entry.value) ? filter : toggleValue(filter, entry.value, tree);
    this.text = '';
    this.#finish();
    router.go(addressOf({ ...question, text: '', page: 1, condition: withFacetFilter(condition, entry.field, wanted) }));
  }

  #clear() {
    this.text = '';
    this.answer = null;
    if (this.#question.text) this.#search('');
    this.querySelector('input').focus();
  }

  #finish() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    Object.assign(this, { open: false, active: -1, answer: null });
    this.querySelector('input').blur();
  }

  #left(event) {
    if (!this.contains(event.relatedTarget)) this.open = false;
  }
}

customElements.define('search-box', SearchBox);
