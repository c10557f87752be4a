import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { importTabs } from '../imports/import-tabs.js';
import { count } from '../imports/words.js';
import { router } from '../router.js';
import { session } from '../session.js';
import '../shared/confirm-dialog.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { Keys } from '../shared/keys.js';
import { emptyState, setTitle, skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './duplicate-pair.js';
import './duplicate-settings.js';
import './pair-list.js';
import { searchProgress } from './search-progress.js';
import { review } from './review.js';

const STATES = ['review', 'automatic', 'distinct', 'merged'];

/** Customers that may be the same: searched, reviewed, merged. The state shown is in the address. */
export class DuplicatesPage extends Element {
  #state;

  constructor() {
    super();
    this.watch(router);
    this.watch(review);
    new Keys(this, {
      j: () => review.move(1),
      k: () => review.move(-1),
      m: () => this.#open && review.merge(),
      d: () => this.#open && review.setApart(),
      u: () => session.canEdit && review.undo(),
    });
  }

  get #open() {
    return session.canEdit && review.pair && ['review', 'automatic'].includes(review.pair.state);
  }

  willUpdate() {
    const asked = new URLSearchParams(location.search).get('state');
    const state = STATES.includes(asked) ? asked : 'review';
    if (router.route.page !== 'duplicates' || state === this.#state) return;
    this.#state = state;
    review.open(state);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    review.leave();
  }

  render() {
    setTitle(t('duplicates.title'));
    const { job, problem, counts } = review;
    return html`
      <header class="page-head">
        <div><h1>${t('duplicates.title')}</h1><p class="muted">${t('duplicates.about')}</p></div>
        ${session.canEdit ? html`<div class="actions"><duplicate-settings></duplicate-settings>
          <button class="button" ?disabled=${job !== null} @click=${review.search}>${t('duplicates.search')}</button></div>` : nothing}
      </header>
      ${importTabs('duplicates')}
      ${job ? searchProgress(job, session.canEdit && !review.cancelling ? review.cancel : null) : nothing}
      <problem-notice .problem=${problem} .retry=${() => review.load()}></problem-notice>
      ${counts ? this.#body(counts) : problem ? nothing : skeleton(8)}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #body(counts) {
    if (STATES.every((state) => !counts[state])) {
      const action = session.canEdit ? html`<button class="button primary" ?disabled=${review.job !== null} @click=${review.search}>${t('duplicates.search')}</button>` : nothing;
      return emptyState(t('duplicates.none'), t('duplicates.noneText'), action);
    }
    return html`
      <nav class="pair-states" aria-label=${t('duplicates.states')}>
        ${STATES.map((state) => html`<a href=${state === 'review' ? '/duplicates' : `/duplicates?state=${state}`} aria-current=${state === review.state ? 'page' : nothing}><span class="total-number number">${count(counts[state])}</span>${t(`duplicates.${state}`)}</a>`)}
      </nav>
      ${counts.automatic && session.canEdit && ['review', 'automatic'].includes(review.state) ? this.#automatic(counts.automatic) : nothing}
      ${this.#pairs()}
    `;
  }

  #automatic(n) {
    return html`
      <div class="notice notice-good automatic">${icon('merge')}
        <div><strong>${t('duplicates.sure', count(n), n)}</strong><p>${t('duplicates.sureText')}</p></div>
        <button class="button" ?disabled=${review.job !== null} @click=${() => this.#mergeAll(n)}>${t('duplicates.mergeAll', count(n), n)}</button>
      </div>
    `;
  }

  async #mergeAll(n) {
    const question = { title: t('duplicates.mergeAllTitle', count(n), n), text: t('duplicates.mergeAllText'), verb: t('duplicates.mergeAll', count(n), n) };
    if (await this.querySelector('confirm-dialog').ask(question)) review.mergeAll();
  }

  #pairs() {
    const { pairs } = review;
    if (!pairs) return skeleton(8);
    if (pairs.length === 0) return emptyState(t(`duplicates.noPairs.${review.state}`), t(`duplicates.noPairsText.${review.state}`));
    return html`<div class="pairs-layout"><pair-list></pair-list><duplicate-pair></duplicate-pair></div>`;
  }
}

customElements.define('duplicates-page', DuplicatesPage);
