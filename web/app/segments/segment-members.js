import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { addressOf } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState } from '../shared/parts.js';
import { PAGE_SIZE } from '../store.js';
import '../customers/customer-table.js';
import '../customers/quick-look.js';
import '../shared/page-turner.js';
import '../shared/problem-notice.js';

/** The customers of a segment, now. */
export class SegmentMembers extends Element {
  static properties = {
    segment: { attribute: false },
    answer: { state: true },
    problem: { state: true },
    page: { state: true },
    sort: { state: true },
    look: { state: true },
    loading: { state: true },
  };

  #request;

  constructor() {
    super();
    Object.assign(this, { page: 1, sort: null, look: null, loading: false });
  }

  willUpdate(changed) {
    if (changed.has('segment') && changed.get('segment')?.id !== this.segment.id) Object.assign(this, { page: 1, answer: null, look: null });
    if (['segment', 'page', 'sort'].some((name) => changed.has(name))) this.#load();
  }

  async #load() {
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { problem: null, loading: true });
    try {
      this.answer = await api.search(
        {
          condition: this.segment.condition,
          facets: [],
          sort: this.sort ? [this.sort] : [],
          offset: (this.page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        },
        this.#request.signal,
      );
      this.loading = false;
      this.emit('counted', this.answer.everyone);
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      Object.assign(this, { problem, loading: false });
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (this.answer?.total === 0) {
      const edit = addressOf({ condition: this.segment.condition, segment: this.segment.id });
      return emptyState(t('members.none'), t('members.noneText'), html`<a class="button" href=${edit}>${t('segment.edit')}</a>`);
    }
    return html`
      <div class="table-area ${this.loading && this.answer ? 'is-stale' : ''}">
        <customer-table
          .customers=${this.answer?.customers} .sort=${this.sort} .current=${this.look?.id ?? ''} .keyboard=${true}
          @sort=${(event) => Object.assign(this, { sort: event.detail, page: 1 })} @look=${(event) => (this.look = event.detail)}
        ></customer-table>
        ${this.look ? html`<quick-look .customer=${this.look} @close=${() => (this.look = null)}></quick-look>` : ''}
      </div>
      <page-turner .page=${this.page} .size=${PAGE_SIZE} .total=${this.answer?.total ?? 0} @turn=${(event) => (this.page = event.detail)}></page-turner>
    `;
  }
}

customElements.define('segment-members', SegmentMembers);
