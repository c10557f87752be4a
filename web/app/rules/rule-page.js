import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { router, ruleAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { setTitle, skeleton, timeAgo, unknownPage } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { mainAmount } from '../pure/rule-defaults.js';
import { fieldLabel, nameOf, stateBadge } from './words.js';
import { workbench } from './workbench.js';
import './rfm-map.js';
import './rule-actions.js';
import './rule-quality.js';
import './rule-trial.js';
import './rule-versions.js';

/** One rule: what it says, trying changes, its history, how good it is. */
export class RulePage extends Element {
  static properties = { ruleId: { attribute: false }, problem: { state: true } };

  #request;

  constructor() {
    super();
    this.watch(router);
    this.watch(workbench);
  }

  willUpdate(changed) {
    if (changed.has('ruleId')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
    workbench.leave();
  }

  async #load() {
    workbench.leave();
    this.#request?.abort();
    this.#request = new AbortController();
    this.problem = null;
    try {
      const rule = await api.rule(this.ruleId, this.#request.signal);
      workbench.sum ||= mainAmount(session.schema)?.name ?? '';
      workbench.open(rule);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem?.status === 404) {
      return unknownPage(t('rule.unknown'), t('rule.unknownText'), html`<a class="button" href="/rules">${t('nav.rules')}</a>`);
    }
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    const { rule } = workbench;
    if (rule?.id !== this.ruleId) return skeleton(8, 'skeleton-rule');
    setTitle(nameOf(rule), t('nav.rules'));
    const asked = new URLSearchParams(location.search).get('tab');
    const tabs = this.#tabs(rule);
    const tab = tabs.includes(asked) ? asked : 'trial';
    return html`
      ${this.#header(rule)} ${this.#tabList(tabs, tab)}
      <div id="rule-panel" role="tabpanel" aria-labelledby="tab-${tab}" class="rule-panel">${this.#panel(tab, rule)}</div>
    `;
  }

  #tabs({ kind, version }) {
    return ['trial', ...(version ? ['versions', 'quality'] : []), ...(version && kind === 'rfm' ? ['map'] : [])];
  }

  #header(rule) {
    return html`
      <header class="page-head rule-head">
        <div>
          <p class="muted crumbs"><a href="/rules">${t('nav.rules')}</a><span class="dot">/</span>${fieldLabel(rule.facet)}<span class="dot">·</span>${t(`kind.${rule.kind}`)}</p>
          <h1>${nameOf(rule)} ${stateBadge(rule)}</h1>
          <p class="muted">
            ${rule.version
              ? html`${t('segment.version', rule.version)}<span class="dot">·</span>${timeAgo(rule.publishedAt)}<span class="dot">·</span>${rule.publishedBy}${rule.comment ? html`<span class="dot">·</span>${rule.comment}` : nothing}`
              : t('rules.never')}
          </p>
        </div>
        <rule-actions></rule-actions>
      </header>
    `;
  }

  #tabList(tabs, current) {
    return html`
      <div class="tabs" role="tablist" aria-label=${nameOf(workbench.rule)} @keydown=${(event) => this.#arrow(event, tabs, current)}>
        ${tabs.map(
          (tab) => html`<button
            role="tab" id="tab-${tab}" aria-controls="rule-panel" aria-selected=${tab === current ? 'true' : 'false'}
            tabindex=${tab === current ? '0' : '-1'} @click=${() => this.#show(tab)}
          >${t(`tab.${tab}`)}</button>`,
        )}
      </div>
    `;
  }

  #panel(tab, rule) {
    switch (tab) {
      case 'versions':
        return html`<rule-versions .rule=${rule}></rule-versions>`;
      case 'quality':
        return html`<rule-quality .rule=${rule}></rule-quality>`;
      case 'map':
        return html`<rfm-map .rule=${rule}></rfm-map>`;
      default:
        return html`<rule-trial></rule-trial>`;
    }
  }

  #show(tab) {
    router.go(ruleAddress(this.ruleId, tab === 'trial' ? '' : tab), { replace: true });
  }

  async #arrow(event, tabs, current) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];
    this.#show(next);
    await this.updateComplete;
    this.querySelector(`#tab-${next}`).focus();
  }
}

customElements.define('rule-page', RulePage);
