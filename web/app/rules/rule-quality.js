import { html } from 'lit';
import { api, isAborted } from '../api.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { missingCard } from './quality/missing-card.js';
import { movedCard } from './quality/moved-card.js';
import { sharesCard } from './quality/shares-card.js';
import { stabilityCard } from './quality/stability-card.js';
import './quality/separation-card.js';

/** Whether a published rule still does its work: in plain words, with the numbers behind them. */
export class RuleQuality extends Element {
  static properties = { rule: { attribute: false }, quality: { state: true }, problem: { state: true } };

  #request;

  willUpdate(changed) {
    if (changed.has('rule')) this.#load();
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
      this.quality = await api.ruleQuality(this.rule.id, '', this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (!this.quality) return skeleton(8, 'skeleton-rule');
    const { rule, quality } = this;
    const { facet } = rule;
    return html`
      <div class="quality">
        <div>${stabilityCard(facet, quality.sincePublished)} <separation-card .rule=${rule}></separation-card> ${missingCard(quality.missing)}</div>
        <div>${sharesCard(facet, quality)} ${movedCard(quality.movedByMonth)}</div>
      </div>
    `;
  }
}

customElements.define('rule-quality', RuleQuality);
