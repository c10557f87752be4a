import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { customerAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { unknownPage, setTitle, skeleton } from '../shared/parts.js';
import '../shared/copy-button.js';
import '../shared/problem-notice.js';
import { completenessCard } from './completeness.js';
import './customer-activity.js';
import './customer-grades.js';
import './customer-segments.js';
import { contactValue, fieldValue, fullValue } from './field-value.js';
import { groupedFields } from './groups.js';
import { originLine, originTitle, sourceWords } from './origin-words.js';
import './spend-chart.js';

/** All that is known of one customer. */
export class CustomerPage extends Element {
  static properties = { customerId: { attribute: false }, customer: { state: true }, graded: { state: true }, problem: { state: true } };

  #request;

  willUpdate(changed) {
    if (changed.has('customerId')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async #load() {
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { customer: null, graded: [], problem: null });
    await this.#read();
  }

  async #read() {
    try {
      this.customer = await api.customer(this.customerId, this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem?.status === 404) {
      return unknownPage(t('customer.unknown'), t('customer.unknownText', this.customerId), html`<a class="button" href="/">${t('nav.explore')}</a>`);
    }
    if (this.problem?.code === 'customer-merged') return this.#merged(this.problem.survivor);
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (!this.customer) return skeleton(10);
    const name = session.schema.titleOf(this.customer);
    setTitle(name);
    const groups = Object.fromEntries(groupedFields(session.schema).map((group) => [group.key, group.fields]));
    return html`
      ${this.#header(name, groups.names)}
      ${completenessCard(this.customer)}
      ${this.#figures(groups.numbers)}
      <div class="customer-columns">
        <div>
          ${this.#card('contacts', groups.contacts, contactValue)}
          <section class="card">
            <h2>${t('grades.title')}</h2>
            <customer-grades .customerId=${this.customer.id} @graded=${(event) => (this.graded = event.detail)} @regraded=${() => this.#read()}></customer-grades>
          </section>
          <section class="card">
            <h2>${t('customer.segments')}</h2>
            <customer-segments .customerId=${this.customer.id}></customer-segments>
          </section>
          ${this.#card('classes', groups.classes.filter(({ name }) => !this.graded.includes(name)), fullValue)}
        </div>
        <div>
          <spend-chart .customerId=${this.customer.id}></spend-chart>
          <customer-activity .customerId=${this.customer.id}></customer-activity>
        </div>
      </div>
      ${this.#raw()}
    `;
  }

  #merged(survivor) {
    const open = html`<a class="button" href=${customerAddress(survivor)}>${t('customer.mergedOpen')}</a>`;
    return unknownPage(t('customer.merged'), t('customer.mergedText', this.customerId, survivor), open);
  }

  #header(name, names) {
    const others = this.#known(names).filter((field) => field.name !== session.schema.title);
    const { archivedOn, archivedBy } = this.customer;
    return html`
      ${archivedOn ? html`<p class="notice archived" role="status">${t('customer.archived', archivedOn, sourceWords(archivedBy))}</p>` : nothing}
      <header class="page-head">
        <div>
          <h1 title=${originTitle(this.customer.origins?.[session.schema.title]) ?? nothing}>${name}</h1>
          <p class="muted">
            ${others.map((field) => html`<span title=${field.label[this.language]}>${fieldValue(field, this.customer.fields[field.name])}</span><span class="dot">·</span>`)}
            <span class="number">${this.customer.id}</span>
          </p>
          ${originLine(this.customer)}
        </div>
        <copy-button .text=${this.customer.id} .label=${t('customer.copyId')}></copy-button>
        ${session.canEdit ? html`<button class="button" @click=${() => this.#setArchived(!archivedOn)}>${t(archivedOn ? 'customer.unarchive' : 'customer.archive')}</button>` : nothing}
      </header>
    `;
  }

  async #setArchived(archived) {
    try {
      this.customer = await (archived ? api.archiveCustomer(this.customerId) : api.unarchiveCustomer(this.customerId));
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }

  #known(fields) {
    return fields.filter((field) => this.customer.fields[field.name] !== undefined);
  }

  #rows(fields, show) {
    return fields.map(
      (field) => html`<div>
        <dt>${field.label[this.language]}</dt>
        <dd class="number" title=${originTitle(this.customer.origins?.[field.name]) ?? nothing}>${show(field, this.customer.fields[field.name])}</dd>
      </div>`,
    );
  }

  #figures(fields) {
    const known = this.#known(fields);
    return known.length ? html`<dl class="figures card">${this.#rows(known, fieldValue)}</dl>` : nothing;
  }

  #card(key, fields, show) {
    if (fields.length === 0) return nothing;
    const known = this.#known(fields);
    const unknown = fields.filter((field) => !known.includes(field)).map((field) => field.label[this.language]);
    return html`
      <section class="card">
        <h2>${t(`customer.${key}`)}</h2>
        <dl class="values">${this.#rows(known, show)}</dl>
        ${unknown.length ? html`<p class="unknown muted">${t('customer.unknownFields', unknown.join(t('comma')))}</p>` : nothing}
      </section>
    `;
  }

  #raw() {
    const json = JSON.stringify(this.customer, null, 2);
    return html`
      <details class="card raw">
        <summary><h2>${t('customer.raw')}</h2></summary>
        <div class="code-block"><pre tabindex="0"><code>${json}</code></pre><copy-button .text=${json}></copy-button></div>
      </details>
    `;
  }
}

customElements.define('customer-page', CustomerPage);
