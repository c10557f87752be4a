import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { api, isAborted } from '../../api.js';
import { number, share } from '../../pure/format.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import '../../shared/problem-notice.js';
import { properties } from '../../shared/properties.js';
import { choice } from '../controls.js';
import { gradeLabel, inOrder, shade } from '../words.js';

/** How well the grades tell customers apart by something else: who complains, who is a key account. */
export class SeparationCard extends Element {
  static properties = { rule: { attribute: false }, outcome: { state: true }, rows: { state: true }, loading: { state: true }, problem: { state: true } };

  #request;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  /** Facets with few known values, and yes or no; each value is an outcome. */
  get #outcomes() {
    const { facets } = session.schema;
    const listed = facets.filter((field) => field.name !== this.rule.facet && field.type === 'keyword' && field.values?.length);
    const words = listed.flatMap((field) => field.values.map(({ value, label }) => [`${field.name}:${value}`, t('separation.is', field.label[this.language], label[this.language])]));
    const flags = facets.filter((field) => field.type === 'boolean').map((field) => [`${field.name}:true`, t('separation.is', field.label[this.language], t('yes'))]);
    return [...flags, ...words];
  }

  async #ask(outcome) {
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { outcome, problem: null, loading: true });
    if (!outcome) {
      Object.assign(this, { rows: null, loading: false });
      return;
    }
    try {
      const { separation } = await api.ruleQuality(this.rule.id, outcome, this.#request.signal);
      Object.assign(this, { rows: separation, loading: false });
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) Object.assign(this, { problem, loading: false });
    }
  }

  render() {
    return html`
      <section class="card ${this.loading ? 'is-stale' : ''}" aria-label=${t('separation.title')}>
        <header class="card-head">
          <div><h2>${t('separation.title')}</h2><p class="muted">${t('separation.text')}</p></div>
          ${choice(t('separation.outcome'), [['', t('separation.choose')], ...this.#outcomes], this.outcome ?? '', (outcome) => this.#ask(outcome), { hidden: true })}
        </header>
        <problem-notice .problem=${this.problem}></problem-notice>
        ${this.rows ? this.#table() : nothing}
      </section>
    `;
  }

  #table() {
    const most = Math.max(0.0001, ...this.rows.map(({ rate }) => rate));
    return html`
      <table class="plain-table sizes stale-dim">
        <thead><tr><th scope="col">${t('trial.grade')}</th><th scope="col"><span class="hidden">${t('separation.rate')}</span></th><th scope="col" class="is-number">${t('separation.rate')}</th><th scope="col" class="is-number">${t('segment.size')}</th></tr></thead>
        <tbody>${inOrder(this.rule.facet, this.rows, ({ customers }) => customers).map(
          ({ value, rate, customers }) => html`<tr><th scope="row"><span class="grade-name">${gradeLabel(this.rule.facet, value)}</span></th>
            <td><span class="size-bar" ${shade(this.rule.facet, value)} ${properties({ '--after': rate / most, '--before': 0 })}><span></span></span></td>
            <td class="is-number"><strong>${share(rate, 1, this.language)}</strong></td><td class="is-number muted">${number(customers, this.language)}</td></tr>`,
        )}</tbody>
      </table>
    `;
  }
}

customElements.define('separation-card', SeparationCard);
