import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';

const PAUSE_MS = 120;
const SHOWN = 50;
let instances = 0;

/** Chooses values of a field: from those that customers have, with counts, or typed by hand. */
export class ValuePicker extends Element {
  static properties = {
    field: { attribute: false },
    values: { attribute: false },
    options: { state: true },
    open: { state: true },
    active: { state: true },
  };

  #id = `picker-${(instances += 1)}`;
  #timer;
  #request;

  constructor() {
    super();
    Object.assign(this, { options: [], open: false, active: -1 });
  }

  render() {
    const options = this.#offered;
    const shown = this.open && options.length > 0;
    return html`
      <div class="picker input compact" @focusout=${this.#left} @click=${() => this.querySelector('input').focus()}>
        ${this.values.map(
          (value) => html`<span class="token">${this.#word(value)}<button type="button" aria-label=${t('chips.remove', this.#word(value))} @click=${() => this.#set(this.values.filter((v) => v !== value))}>${icon('close')}</button></span>`,
        )}
        <input
          type="text" role="combobox" autocomplete="off" aria-autocomplete="list" aria-controls=${this.#id} aria-expanded=${shown ? 'true' : 'false'}
          aria-activedescendant=${shown && this.active >= 0 ? `${this.#id}-${this.active}` : nothing} aria-label=${t('picker.label')}
          placeholder=${this.values.length ? '' : t('picker.placeholder')}
          @focus=${this.#focused} @input=${this.#typed} @keydown=${this.#pressed}
        >
        <div id=${this.#id} class="picker-list" role="listbox" aria-label=${t('picker.label')} ?hidden=${!shown}>
          ${options.map(
            (option, i) => html`<div
              id="${this.#id}-${i}" class="suggestion" role="option" aria-selected=${i === this.active ? 'true' : 'false'}
              @mousedown=${(event) => event.preventDefault()} @click=${() => this.#pick(option.value)}
            ><span class="suggestion-title" title=${option.value}>${this.#word(option.value)}</span><span class="number suggestion-id muted">${number(option.count, this.language)}</span></div>`,
          )}
        </div>
      </div>
    `;
  }

  get #offered() {
    return this.options.filter(({ value }) => !this.values.includes(value));
  }

  get #isFacet() {
    return session.schema.field(this.field)?.facet;
  }

  #word(value) {
    const field = session.schema.field(this.field);
    return field?.type === 'boolean' ? t(String(value) === 'true' ? 'yes' : 'no') : session.schema.valueLabel(this.field, value, this.language);
  }

  #focused() {
    this.open = true;
    this.#load('');
  }

  #typed(event) {
    Object.assign(this, { open: true, active: -1 });
    clearTimeout(this.#timer);
    const text = event.target.value.trim();
    this.#timer = setTimeout(() => this.#load(text), PAUSE_MS);
  }

  async #load(contains) {
    if (!this.#isFacet) return;
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      const facet = { field: this.field, limit: SHOWN, ...(contains ? { contains } : {}) };
      const { facets } = await api.search({ facets: [facet], limit: 1 }, this.#request.signal);
      this.options = facets[0].values;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.options = [];
    }
  }

  #pressed(event) {
    if (event.isComposing) return;
    const offered = this.#offered;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length) {
      event.preventDefault();
      this.active = (this.active + step + offered.length) % offered.length;
      this.updateComplete.then(() => this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      const typed = event.target.value.trim();
      if (this.active >= 0) this.#pick(offered[this.active].value);
      else if (typed) this.#pick(offered.find(({ value }) => this.#word(value) === typed)?.value ?? typed);
    } else if (event.key === 'Backspace' && event.target.value === '' && this.values.length) {
      this.#set(this.values.slice(0, -1));
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      this.open = false;
    }
  }

  #pick(value) {
    this.querySelector('input').value = '';
    this.active = -1;
    if (!this.values.includes(value)) this.#set([...this.values, value]);
    this.#load('');
  }

  #set(values) {
    this.emit('pick', values);
  }

  #left(event) {
    if (!this.contains(event.relatedTarget)) this.open = false;
  }
}

customElements.define('value-picker', ValuePicker);
