import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { addressOf, readQuestion, searchOf } from '../pure/url-state.js';
import { router, segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState } from '../shared/parts.js';
import { PAGE_SIZE } from '../store.js';
import '../customers/customer-table.js';
import '../customers/quick-look.js';
import '../shared/page-turner.js';
import '../shared/problem-notice.js';

/** The customers of a segment, now. Their order and page are those of the address. */
export class SegmentMembers extends Element {
  static properties = {
    segment: { attribute: false },
    answer: { state: true },
    problem: { state: true },
    look: { state: true },
    loading: { state: true },
  };

  #request;
  #asked = readQuestion('');
  #search = '';

  constructor() {
    super();
    Object.assign(this, { look: null, loading: false });
    this.watch(router);
  }

  willUpdate(changed) {
    if (changed.has('segment') && changed.get('segment')?.id !== this.segment.id) Object.assign(this, { answer: null, look: null });
    if (changed.has('segment') || this.#search !== location.search) {
      this.#search = location.search;
      this.#asked = readQuestion(location.search);
      this.#load();
    }
  }

  #ask(sort, page) {
    router.go(segmentAddress(this.segment.id) + searchOf({ sort, page }));
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
          sort: this.#asked.sort ? [this.#asked.sort] : [],
          offset: (this.#asked.page - 1) * PAGE_SIZE,
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
    const { sort, page } = this.#asked;
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (this.answer?.total === 0) {
      const edit = addressOf({ condition: this.segment.condition, segment: this.segment.id });
      return emptyState(t('members.none'), t('members.noneText'), html`<a class="button" href=${edit}>${t('segment.edit')}</a>`);
    }
    return html`
      <div class="table-area ${this.loading && this.answer ? 'is-stale' : ''}">
        <customer-table
          .customers=${this.answer?.customers} .sort=${sort} .current=${this.look?.id ?? ''} .keyboard=${true}
          @sort=${(event) => this.#ask(event.detail, 1)} @look=${(event) => (this.look = event.detail)}
        ></customer-table>
        ${this.look ? html`<quick-look .customer=${this.look} @close=${() => (this.look = null)}></quick-look>` : ''}
      </div>
      <page-turner .page=${page} .size=${PAGE_SIZE} .total=${this.answer?.total ?? 0} @turn=${(event) => this.#ask(sort, event.detail)}></page-turner>
    `;
  }
}

customElements.define('segment-members', SegmentMembers);
