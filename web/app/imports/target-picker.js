import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { sameTarget } from '../pure/column-targets.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { allTargets, targetLabel } from './words.js';

let instances = 0;

/** Chooses where a column goes from a list that is searched in both languages. Tells `pick` with a target or null. */
export class TargetPicker extends Element {
  static properties = { target: { attribute: false }, likely: { attribute: false }, label: { attribute: false }, disabled: { attribute: false }, words: { state: true }, open: { state: true }, active: { state: true } };

  #id = `target-${(instances += 1)}`;

  constructor() {
    super();
    Object.assign(this, { words: '', open: false, active: 0, likely: [] });
  }

  render() {
    const { target } = this;
    return html`
      <div class="target-picker" @focusout=${this.#left}>
        <button type="button" class="button target-button ${target ? '' : 'is-none'}" aria-haspopup="listbox" aria-expanded=${this.open ? 'true' : 'false'} aria-label="${this.label}: ${target ? targetLabel(target) : t('columns.notImported')}" ?disabled=${this.disabled} @click=${this.#toggle}>
          ${target && target.rows !== 'customers' ? html`<span class="target-rows">${t(`rows.${target.rows}`)}</span>` : nothing}
          <span class="target-name">${target ? targetLabel(target) : t('columns.notImported')}</span>${icon('down')}
        </button>
        ${this.open ? this.#list() : nothing}
      </div>
    `;
  }

  #list() {
    const options = this.#options;
    let rows = '';
    const head = (option) => {
      if (option.rows === rows) return nothing;
      rows = option.rows;
      return html`<div class="suggestion-head" role="presentation">${t(`rows.${rows}`)}</div>`;
    };
    return html`
      <div class="target-list picker-list">
        <input
          class="input compact" type="text" role="combobox" aria-autocomplete="list" aria-expanded="true" aria-controls=${this.#id} aria-activedescendant=${`${this.#id}-${this.active}`}
          aria-label=${t('columns.findTarget')} placeholder=${t('columns.findTarget')} autocomplete="off" @input=${this.#typed} @keydown=${this.#pressed}
        >
        <div id=${this.#id} role="listbox" aria-label=${this.label}>
          ${options.map(
            (option, i) => html`${option.rows && !option.likely ? head(option) : nothing}<div
              id="${this.#id}-${i}" class="suggestion" role="option" aria-selected=${i === this.active ? 'true' : 'false'}
              @mousedown=${(event) => event.preventDefault()} @click=${() => this.#pick(option)}
            ><span class="suggestion-title">${option.label}</span>${option.likely ? html`<span class="suggestion-id muted">${t('columns.likely')}</span>` : nothing}</div>`,
          )}
        </div>
      </div>
    `;
  }

  /** Nothing first, then what is likely, then everything; words narrow all of it down. */
  get #options() {
    const all = allTargets();
    const words = this.words.trim().toLowerCase();
    if (words) return all.filter((option) => option.words.includes(words));
    const likely = all.filter((option) => this.likely.some((one) => sameTarget(one, option))).map((option) => ({ ...option, likely: true }));
    return [{ label: t('columns.notImported'), likely: false }, ...likely, ...all];
  }

  async #toggle() {
    Object.assign(this, { open: !this.open, words: '', active: 0 });
    await this.updateComplete;
    if (this.open) this.querySelector('input').focus();
  }

  #typed(event) {
    Object.assign(this, { words: event.target.value, active: 0 });
  }

  #pressed(event) {
    if (event.isComposing) return;
    const options = this.#options;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      this.active = (this.active + step + options.length) % options.length;
      this.updateComplete.then(() => this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (options[this.active]) this.#pick(options[this.active]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    }
  }

  #pick({ rows, field }) {
    this.#close();
    this.emit('pick', rows ? { rows, field } : null);
  }

  #close() {
    this.open = false;
    this.querySelector('.target-button').focus();
  }

  #left(event) {
    if (!this.contains(event.relatedTarget)) this.open = false;
  }
}

customElements.define('target-picker', TargetPicker);
