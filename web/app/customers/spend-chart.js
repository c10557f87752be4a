import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { monthChart } from '../pure/charts.js';
import { compact, money, number } from '../pure/format.js';
import { lastMonths } from '../pure/months.js';
import { session } from '../session.js';
import '../shared/chart-canvas.js';
import { Element } from '../shared/element.js';

const MONTHS = 24;

/** What a customer has spent in each of the last months; months without an order are empty. */
export class SpendChart extends Element {
  static properties = { customerId: { attribute: false }, spend: { state: true } };

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
    this.spend = null;
    try {
      this.spend = await api.spend(this.customerId, this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem)) session.isOver(problem);
    }
  }

  render() {
    if (!this.spend?.months.length) return nothing;
    const { currency } = this.spend;
    const { language } = this;
    const months = lastMonths(this.spend.months, MONTHS);
    const total = months.reduce((sum, { amount }) => sum + amount, 0);
    const orders = months.reduce((sum, month) => sum + month.orders, 0);
    const words = {
      axis: (value) => compact(value, language),
      bar: (i) => `${months[i].month}\n${money(months[i].amount, language, currency)}\n${t('spend.orders', number(months[i].orders, language), months[i].orders)}`,
    };
    const label = t('spend.label', money(total, language, currency), number(orders, language), months[0].month, months.at(-1).month);
    return html`
      <section class="card" aria-label=${t('spend.title')}>
        <header class="card-head"><h2>${t('spend.title')}</h2><span class="number muted">${label}</span></header>
        <chart-canvas class="spend-months" .label=${label} .options=${(palette) => monthChart({ months: months.map(({ month }) => month), values: months.map(({ amount }) => amount), words, palette })}></chart-canvas>
      </section>
    `;
  }
}

customElements.define('spend-chart', SpendChart);
