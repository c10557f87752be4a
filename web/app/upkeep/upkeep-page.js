import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { DAYS, PERCENTS, readChoice, writeChoice } from '../pure/upkeep.js';
import { addressOf } from '../pure/url-state.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle, skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { missingCard, numbersCard } from './number-cards.js';
import './upkeep-groups.js';

/** How well customers are kept; every number opens the customers behind it. */
export class UpkeepPage extends Element {
  static properties = { upkeep: { state: true }, problem: { state: true }, loading: { state: true } };

  #request;
  #asked;

  constructor() {
    super();
    this.watch(router);
  }

  willUpdate() {
    const wanted = writeChoice(readChoice(location.search));
    if (router.route.page === 'upkeep' && wanted !== this.#asked) this.#load(wanted);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async #load(wanted) {
    this.#asked = wanted;
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { problem: null, loading: true });
    try {
      this.upkeep = await api.upkeep(wanted, this.#request.signal);
      this.loading = false;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) Object.assign(this, { problem, loading: false });
    }
  }

  render() {
    setTitle(t('nav.upkeep'));
    return html`
      <header class="page-head">
        <div><h1>${t('nav.upkeep')}</h1><p class="muted">${t('upkeep.about')}</p></div>
      </header>
      <problem-notice .problem=${this.problem} .retry=${() => this.#load(this.#asked)}></problem-notice>
      ${this.upkeep ? this.#content() : this.problem ? nothing : skeleton(8, 'skeleton-rule')}
    `;
  }

  #content() {
    const { upkeep } = this;
    if (upkeep.customers === 0 && !upkeep.archived.some(({ count }) => count > 0)) {
      return emptyState(t('upkeep.none'), t('upkeep.noneText'));
    }
    return html`
      <div class="upkeep" aria-busy=${this.loading ? 'true' : 'false'}>
        ${this.#figures()}
        <div class="upkeep-cards">
          ${numbersCard(t('upkeep.completeness'), upkeep.completeness, upkeep.customers, ({ from, to }) => t('upkeep.percents', from, to))}
          ${numbersCard(t('upkeep.age'), upkeep.age, upkeep.customers, ({ from, to }) => t('upkeep.ages', from, to))}
          ${missingCard(upkeep.missing)}
        </div>
        ${this.#choices()}
        ${upkeep.by ? html`<upkeep-groups .upkeep=${upkeep}></upkeep-groups>` : nothing}
      </div>
    `;
  }

  #figures() {
    const { upkeep, language } = this;
    const figure = (words, count, condition) => html`<div><dt>${words}</dt>
      <dd class="number stale-dim">${count ? html`<a href=${addressOf({ condition })}>${number(count, language)}</a>` : '0'}</dd></div>`;
    const each = (words, numbers) => numbers.map(({ count, condition }) => figure(words, count, { all: [condition] }));
    return html`<dl class="figures card">
      ${figure(t('upkeep.customers'), upkeep.customers, { all: [] })} ${each(t('upkeep.stale'), upkeep.stale)}
      ${each(t('upkeep.incomplete'), upkeep.incomplete)} ${each(t('upkeep.archived'), upkeep.archived)}
    </dl>`;
  }

  #choices() {
    const choice = { ...readChoice(location.search), by: this.upkeep.by ?? '' };
    const facets = session.schema.facets.filter(({ type, record }) => type === 'keyword' && !record);
    const select = (name, options) => html`
      <label class="upkeep-choice"><span>${t(`upkeep.${name}`)}</span>
        <select class="input" @change=${(event) => router.go(`/upkeep?${writeChoice({ ...choice, [name]: event.target.value })}`, { replace: true })}>
          ${options.map(([value, words]) => html`<option value=${value} ?selected=${String(value) === String(choice[name])}>${words}</option>`)}
        </select></label>`;
    const days = [...new Set([...DAYS, choice.olderThan])].sort((a, b) => a - b);
    const percents = [...new Set([...PERCENTS, choice.below])].sort((a, b) => a - b);
    return html`<div class="upkeep-choices">
      ${select('olderThan', days.map((each) => [each, each % 365 === 0 ? t('upkeep.years', each / 365) : t('upkeep.days', each)]))}
      ${select('below', percents.map((each) => [each, `${each} %`]))}
      ${select('by', facets.map((field) => [field.name, field.label[this.language]]))}
    </div>`;
  }
}

customElements.define('upkeep-page', UpkeepPage);
