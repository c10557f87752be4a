import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { ruleAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle, skeleton, timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { gradeBar } from './grade-bar.js';
import { fieldLabel, inOrder, nameOf, stateBadge } from './words.js';

/** All classification rules: what each says, how large its grades are, and which have a draft. */
export class RulesPage extends Element {
  static properties = { rules: { state: true }, problem: { state: true } };

  #request;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async #load() {
    this.#request?.abort();
    this.#request = new AbortController();
    this.problem = null;
    try {
      this.rules = (await api.rules(this.#request.signal)).rules;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    setTitle(t('nav.rules'));
    return html`
      <header class="page-head">
        <div><h1>${t('nav.rules')}</h1><p class="muted">${t('rules.about')}</p></div>
        ${session.canEdit ? html`<a class="button primary" href="/rules/new">${t('rules.new')}</a>` : nothing}
      </header>
      <problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>
      ${this.rules ? this.#list() : this.problem ? nothing : skeleton(4, 'skeleton-rule')}
    `;
  }

  #list() {
    if (this.rules.length === 0) {
      return emptyState(t('rules.none'), t('rules.noneText'), session.canEdit ? html`<a class="button" href="/rules/new">${t('rules.new')}</a>` : nothing);
    }
    return html`
      <div class="table-scroll">
        <table class="list rules">
          <thead>
            <tr><th scope="col">${t('rules.rule')}</th><th scope="col">${t('rules.sizes')}</th><th scope="col">${t('rules.published')}</th></tr>
          </thead>
          <tbody>${this.rules.map((rule) => this.#row(rule))}</tbody>
        </table>
      </div>
    `;
  }

  #row(rule) {
    const sizes = inOrder(rule.facet, [...rule.sizes, { value: null, count: rule.ungraded ?? 0 }], ({ count }) => count);
    return html`
      <tr data-id=${rule.id}>
        <th scope="row">
          <span class="rule-name"><a href=${ruleAddress(rule.id)}>${nameOf(rule)}</a>${stateBadge(rule)}</span>
          <span class="sentence muted" title=${rule.sentence?.[this.language] ?? ''}>${rule.sentence?.[this.language]}</span>
          <span class="rule-kind muted">${t(`kind.${rule.kind}`)}<span class="dot">·</span>${fieldLabel(rule.facet)}</span>
        </th>
        <td>${gradeBar(rule.facet, sizes)}</td>
        <td>
          ${rule.version ? html`<span class="number">${t('segment.version', rule.version)}</span>` : html`<span class="muted">${t('rules.never')}</span>`}
          ${rule.publishedAt ? html`<span class="muted by">${timeAgo(rule.publishedAt)}${rule.publishedBy ? html`<span class="dot">·</span>${rule.publishedBy}` : nothing}</span>` : nothing}
        </td>
      </tr>
    `;
  }
}

customElements.define('rules-page', RulesPage);
