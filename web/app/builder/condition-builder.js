import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { finished } from '../pure/condition.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import '../shared/problem-notice.js';
import './condition-group.js';

const PAUSE_MS = 180;

/** Edits a whole condition: groups within groups, with an exact count at every clause and group. */
export class ConditionBuilder extends Element {
  static properties = {
    condition: { attribute: false },
    focusPointer: { attribute: false },
    draft: { state: true },
    preview: { state: true },
    problem: { state: true },
    loading: { state: true },
  };

  #timer;
  #request;

  willUpdate(changed) {
    if (!changed.has('condition')) return;
    this.draft = this.condition;
    this.#ask();
  }

  firstUpdated() {
    const row = this.focusPointer && this.querySelector(`[data-pointer="${this.focusPointer}"]`);
    (row || this).querySelector('.clause-value input, .clause-value select, select, .builder-add button')?.focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  render() {
    return html`
      <form class="builder ${this.loading && this.preview ? 'is-stale' : ''}" aria-label=${t('builder.label')} @submit=${this.#apply} @keydown=${this.#key}>
        <condition-group
          .node=${this.draft} .pointer=${''} .root=${this.draft} .counts=${this.#counts} .isRoot=${true}
          @draft=${(event) => this.#change(event.detail)}
        ></condition-group>
        <problem-notice .problem=${this.problem}></problem-notice>
        <footer class="builder-foot">
          <span class="muted" aria-live="polite">${this.#total()}</span>
          <span class="spacer"></span>
          <button type="button" class="button" @click=${() => this.emit('discard')}>${t('builder.discard')}</button>
          <button class="button primary">${t('builder.apply')}</button>
        </footer>
      </form>
    `;
  }

  #total() {
    if (!this.preview) return '';
    const { total, everyone } = this.preview;
    const n = (value) => number(value, this.language);
    return html`<strong class="number stale-dim">${n(total)}</strong> ${t('customers', total)} ${t('ofEveryone', n(everyone))}`;
  }

  /** Counts by the draft's own pointers. */
  get #counts() {
    const counted = new Map(this.preview?.clauses.map((clause) => [clause.pointer, clause.count]));
    const { pointers } = this.preview?.of ?? { pointers: new Map() };
    return new Map([...pointers].map(([draft, asked]) => [draft, counted.get(asked)]));
  }

  #change(draft) {
    this.draft = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  async #ask() {
    this.#request?.abort();
    this.#request = new AbortController();
    this.loading = true;
    const of = finished(this.draft);
    try {
      this.preview = { ...(await api.preview(of.condition, this.#request.signal)), of };
      Object.assign(this, { problem: null, loading: false });
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      Object.assign(this, { problem, loading: false });
    }
  }

  #apply(event) {
    event.preventDefault();
    this.emit('apply', finished(this.draft).condition);
  }

  #key(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) this.emit('discard');
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) this.#apply(event);
  }
}

customElements.define('condition-builder', ConditionBuilder);
