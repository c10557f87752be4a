import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { addressOf } from '../pure/url-state.js';
import { number, share } from '../pure/format.js';
import { router, segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { Keys } from '../shared/keys.js';
import { unknownPage, setTitle, skeleton, timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './save-dialog.js';
import './segment-actions.js';
import './segment-members.js';
import './segment-pull.js';
import './segment-versions.js';

const TABS = ['members', 'versions', 'pull'];

/** One saved segment: what it says, its exact size, its customers, its history, how to pull it. */
export class SegmentPage extends Element {
  static properties = {
    segmentId: { attribute: false },
    segment: { state: true },
    everyone: { state: true },
    problem: { state: true },
  };

  #request;

  constructor() {
    super();
    this.watch(router);
    new Keys(this, { e: () => this.#edit() });
  }

  willUpdate(changed) {
    if (changed.has('segmentId')) {
      this.segment = null;
      this.load();
    }
  }

  async load() {
    this.#request?.abort();
    this.#request = new AbortController();
    this.problem = null;
    try {
      this.segment = await api.segment(this.segmentId, this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem?.status === 404) {
      return unknownPage(t('segment.unknown'), t('segment.unknownText'), html`<a class="button" href="/segments">${t('nav.segments')}</a>`);
    }
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.load()}></problem-notice>`;
    if (!this.segment) return skeleton(10);
    setTitle(this.segment.name);
    const asked = new URLSearchParams(location.search).get('tab');
    const tab = TABS.includes(asked) ? asked : 'members';
    return html`
      ${this.#header()} ${this.#tabs(tab)}
      <div id="segment-panel" role="tabpanel" aria-labelledby="tab-${tab}" class="tab-panel">${this.#panel(tab)}</div>
      <save-dialog @saved=${() => this.load()}></save-dialog>
    `;
  }

  #header() {
    const { segment } = this;
    return html`
      <header class="page-head segment-head">
        <div class="segment-words">
          <p class="muted crumbs">
            <a href="/segments">${t('nav.segments')}</a>${segment.folder ? html`<span class="dot">/</span>${segment.folder}` : nothing}
            ${segment.archived ? html`<span class="badge">${t('segment.archived')}</span>` : nothing}
          </p>
          <h1>${segment.name}</h1>
          <p class="sentence">${segment.wording?.[this.language] ?? t('segment.broken')}</p>
          ${segment.note ? html`<p class="muted">${segment.note}</p>` : nothing}
        </div>
        <div class="segment-size">
          <p class="total"><span class="total-number">${segment.count === null ? '–' : number(segment.count, this.language)}</span> <span class="total-word">${t('customers', segment.count)}</span></p>
          <p class="muted">${this.everyone && segment.count !== null ? html`${share(segment.count, this.everyone, this.language)}<span class="dot">·</span>` : nothing}${t('segment.version', segment.version)}<span class="dot">·</span>${timeAgo(segment.changedAt)}</p>
          <segment-actions
            .segment=${segment} @changed=${() => this.load()} @details=${() => this.querySelector('save-dialog').forSegment(segment)}
            @edit=${() => this.#edit()}
          ></segment-actions>
        </div>
      </header>
    `;
  }

  #edit() {
    const { segment } = this;
    if (segment && session.canEdit) router.go(addressOf({ condition: segment.condition, segment: segment.id }));
  }

  #tabs(current) {
    return html`
      <div class="tabs" role="tablist" aria-label=${this.segment.name} @keydown=${(event) => this.#arrow(event, current)}>
        ${TABS.map(
          (tab) => html`<button
            role="tab" id="tab-${tab}" aria-controls="segment-panel" aria-selected=${tab === current ? 'true' : 'false'}
            tabindex=${tab === current ? '0' : '-1'} @click=${() => this.#show(tab)}
          >${t(`tab.${tab}`)}</button>`,
        )}
      </div>
    `;
  }

  #panel(tab) {
    const { segment } = this;
    switch (tab) {
      case 'versions':
        return html`<segment-versions .segment=${segment} @restored=${() => this.load()}></segment-versions>`;
      case 'pull':
        return html`<segment-pull .segment=${segment}></segment-pull>`;
      default:
        return html`<segment-members .segment=${segment} @counted=${(event) => (this.everyone = event.detail)}></segment-members>`;
    }
  }

  #show(tab) {
    router.go(segmentAddress(this.segment.id, tab === 'members' ? '' : tab), { replace: true });
  }

  async #arrow(event, current) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(current) + step + TABS.length) % TABS.length];
    this.#show(next);
    await this.updateComplete;
    this.querySelector(`#tab-${next}`).focus();
  }
}

customElements.define('segment-page', SegmentPage);
