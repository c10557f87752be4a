import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { activityLine } from './activity-line.js';

const KINDS = ['', 'purchase', 'interaction', 'feedback'];
const PAGE = 20;
const PAUSE_MS = 180;

/** What has happened with a customer, newest first: by kind, by words, further back on demand. */
export class CustomerActivity extends Element {
  static properties = {
    customerId: { attribute: false },
    kind: { state: true },
    words: { state: true },
    answer: { state: true },
    loading: { state: true },
    problem: { state: true },
  };

  #request;
  #timer;

  constructor() {
    super();
    Object.assign(this, { kind: '', words: '' });
  }

  willUpdate(changed) {
    if (changed.has('customerId')) {
      this.answer = null;
      this.#load();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  /** The first page, or the one after a cursor, which is added to those shown. */
  async #load(before) {
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { loading: true, problem: null });
    const query = { limit: PAGE, ...(this.kind ? { kind: this.kind } : {}), ...(this.words ? { text: this.words } : {}), ...(before ? { before } : {}) };
    try {
      const answer = await api.activities(this.customerId, query, this.#request.signal);
      const shown = before ? this.answer.activities : [];
      Object.assign(this, { answer: { ...answer, activities: [...shown, ...answer.activities] }, loading: false });
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      Object.assign(this, { problem, loading: false });
    }
  }

  render() {
    const { answer, kind, words } = this;
    const nothingAtAll = answer?.total === 0 && !kind && !words;
    return html`
      <section class="card activity ${this.loading && answer ? 'is-stale' : ''}" aria-label=${t('activity.title')} aria-busy=${this.loading ? 'true' : 'false'}>
        <header class="card-head">
          <h2>${t('activity.title')}${answer && !nothingAtAll ? html` <span class="number muted stale-dim">${number(answer.total, this.language)}</span>` : nothing}</h2>
          ${nothingAtAll || !answer ? nothing : this.#filter()}
        </header>
        ${answer?.openComplaints ? this.#complaints(answer.openComplaints) : nothing}
        <problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>
        ${answer ? this.#list(nothingAtAll) : this.problem ? nothing : skeleton(5)}
      </section>
    `;
  }

  #filter() {
    return html`
      <div class="activity-filter">
        <div class="toggle" role="group" aria-label=${t('activity.kind')}>
          ${KINDS.map((kind) => html`<button aria-pressed=${kind === this.kind ? 'true' : 'false'} @click=${() => this.#show(kind)}>${t(`activity.kind.${kind || 'all'}`)}</button>`)}
        </div>
        <input class="input compact" type="search" aria-label=${t('activity.find')} placeholder=${t('activity.find')} .value=${this.words} @input=${this.#typed}>
      </div>
    `;
  }

  #complaints(count) {
    return html`<p class="notice notice-warn" role="status">${icon('warning')}<span>${t('activity.openComplaints', number(count, this.language), count)}</span>
      <button class="link" @click=${() => this.#show('feedback')}>${t('activity.showFeedback')}</button></p>`;
  }

  #list(nothingAtAll) {
    const { activities, next, total } = this.answer;
    if (nothingAtAll) return html`<p class="muted">${t('activity.none')}</p>`;
    if (activities.length === 0) return html`<p class="muted">${t('activity.noMatch')}</p>`;
    return html`
      <ol class="plain timeline stale-dim">${activities.map((activity) => activityLine(activity))}</ol>
      ${next ? html`<button class="link" @click=${() => this.#load(next)}>${t('activity.more', number(total - activities.length, this.language))}</button>` : nothing}
    `;
  }

  #show(kind) {
    this.kind = kind;
    this.#load();
  }

  #typed(event) {
    this.words = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), PAUSE_MS);
  }
}

customElements.define('customer-activity', CustomerActivity);
