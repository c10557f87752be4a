import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { isEveryone, withText } from '../pure/condition.js';
import { START } from '../pure/url-state.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { Keys } from '../shared/keys.js';
import { emptyState, setTitle } from '../shared/parts.js';
import { PAGE_SIZE, store } from '../store.js';
import '../builder/condition-builder.js';
import '../customers/customer-table.js';
import '../customers/quick-look.js';
import '../segments/save-dialog.js';
import '../shared/page-turner.js';
import '../shared/problem-notice.js';
import './condition-chips.js';
import './edit-banner.js';
import './facet-panel.js';
import './result-head.js';

/** The main screen: filter, see exact counts, look at customers, save the question. */
export class ExplorePage extends Element {
  static properties = { building: { state: true }, look: { state: true }, sheet: { state: true } };

  constructor() {
    super();
    Object.assign(this, { building: null, look: null, sheet: false });
    this.watch(store);
    this.watch(router);
    new Keys(this, {
      e: () => this.#build(''),
      s: () => this.#save(),
      Escape: () => Object.assign(this, { look: null, sheet: false }),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    store.read();
  }

  handleEvent(event) {
    if (event.target === router && router.route.page === 'explore') store.read();
    super.handleEvent(event);
  }

  render() {
    setTitle(store.question.text, t('nav.explore'));
    return html`
      <facet-panel class="facets ${this.sheet ? 'is-sheet' : ''}" @close=${() => (this.sheet = false)}></facet-panel>
      <section class="results ${store.stale && store.answer ? 'is-stale' : ''}" aria-label=${t('explore.results')} aria-busy=${store.loading ? 'true' : 'false'}>
        <edit-banner .segmentId=${store.question.segment} @update-segment=${(e) => this.#update(e.detail)}></edit-banner>
        <result-head
          @save=${() => this.#save()} @edit=${() => this.#build('')} @facets=${() => (this.sheet = true)}
        ></result-head>
        ${this.building === null
          ? html`<condition-chips @edit-part=${(e) => this.#build(e.detail)}></condition-chips>`
          : this.#builder()}
        <problem-notice .problem=${store.problem} .retry=${() => store.ask()}></problem-notice>
        ${this.#results()}
      </section>
      <save-dialog></save-dialog>
    `;
  }

  #builder() {
    return html`
      <condition-builder
        .condition=${store.question.condition} .focusPointer=${this.building}
        @apply=${(event) => this.#apply(event.detail)} @discard=${() => (this.building = null)}
      ></condition-builder>
    `;
  }

  #results() {
    const { answer, question, problem } = store;
    if (answer && answer.total === 0) return this.#nobody();
    if (!answer && problem) return nothing;
    return html`
      <div class="table-area">
        <customer-table
          .customers=${answer?.customers} .sort=${question.sort} .current=${this.look?.id ?? ''} .keyboard=${true}
          @sort=${(event) => store.change({ sort: event.detail })} @look=${(event) => (this.look = event.detail)}
        ></customer-table>
        ${this.look
          ? html`<quick-look .customer=${this.look} @close=${() => (this.look = null)}></quick-look>`
          : nothing}
      </div>
      <page-turner
        .page=${question.page} .size=${PAGE_SIZE} .total=${answer?.total ?? 0}
        @turn=${(event) => store.change({ page: event.detail })}
      ></page-turner>
    `;
  }

  #nobody() {
    if (store.answer.everyone === 0) return emptyState(t('explore.noCustomers'), t('explore.noCustomersText'));
    const { condition, text } = store.question;
    const { condition: everyone } = START;
    const button = (words, change) => html`<button class="button" @click=${() => store.change(change)}>${words}</button>`;
    return emptyState(
      t('explore.nobody'),
      t('explore.nobodyText'),
      html`<div class="actions">
        ${text && !isEveryone(condition) ? button(t('explore.searchEveryone'), { condition: everyone }) : nothing}
        ${button(t('chips.clear'), { condition: everyone, text: '' })}
      </div>`,
    );
  }

  #build(pointer) {
    this.building = pointer;
  }

  #apply(condition) {
    this.building = null;
    store.change({ condition });
  }

  get #condition() {
    return withText(store.question.condition, store.question.text);
  }

  #save() {
    if (session.canEdit) this.querySelector('save-dialog').forNew(this.#condition);
  }

  #update(segment) {
    this.querySelector('save-dialog').forSegment(segment, this.#condition);
  }
}

customElements.define('explore-page', ExplorePage);
