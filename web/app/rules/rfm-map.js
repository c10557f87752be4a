import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { compact, number, share } from '../pure/format.js';
import { asAll } from '../pure/condition.js';
import { addressOf } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { properties } from '../shared/properties.js';
import { amount, fieldLabel, gradeLabel } from './words.js';

/** Customers by recency and frequency score; each cell opens in Explore as a condition. */
export class RfmMap extends Element {
  static properties = { rule: { attribute: false }, map: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has('rule')) this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.map = await api.rfmMap(this.rule.id);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (!this.map) return skeleton(6);
    const { r, f, cells } = this.map;
    const total = cells.reduce((sum, cell) => sum + cell.customers, 0);
    const most = Math.max(1, ...cells.map((cell) => cell.customers));
    const at = new Map(cells.map((cell) => [`${cell.r} ${cell.f}`, cell]));
    return html`
      <section class="card rfm-map" aria-label=${t('rfmMap.title')}>
        <h2>${t('rfmMap.title')}</h2>
        <p class="muted">${t('rfmMap.text', number(total, this.language))}</p>
        <div class="matrix-scroll">
          <table class="heat">
            <caption class="hidden">${t('rfmMap.title')}</caption>
            <thead>
              <tr><td></td><th scope="colgroup" colspan=${f.length} class="heat-title">${t('rfmMap.frequency')}</th></tr>
              <tr><th scope="col" class="heat-title">${t('rfmMap.recency')}</th>${f.map((score) => html`<th scope="col">${score}</th>`)}</tr>
            </thead>
            <tbody>${[...r].sort((a, b) => b - a).map((score) => html`<tr><th scope="row">${score}</th>${f.map((other) => this.#cell(at.get(`${score} ${other}`), most, total))}</tr>`)}</tbody>
          </table>
        </div>
        <p class="muted">${t('rfmMap.ends')}</p>
      </section>
    `;
  }

  #cell(cell, most, total) {
    if (!cell?.customers) return html`<td class="heat-cell is-empty">0</td>`;
    const { definition, facet } = this.rule;
    const words = [
      t('rfmMap.cell', cell.r, cell.f, number(cell.customers, this.language)),
      `${fieldLabel(definition.monetary)} ${amount(definition.monetary, cell.sum)}`,
      ...(cell.segment ? [gradeLabel(facet, cell.segment)] : []),
    ].join('\n');
    const heat = Math.sqrt(cell.customers / most);
    return html`<td class="heat-cell" ${properties({ '--heat': heat })}>
      <a href=${addressOf({ condition: asAll(cell.condition) })} title=${words} aria-label=${words}>
        <strong class="number">${number(cell.customers, this.language)}</strong>
        <span class="number">${share(cell.customers, total, this.language)}</span>
        <span class="number">${compact(cell.sum, this.language)}</span>
      </a>
    </td>`;
  }
}

customElements.define('rfm-map', RfmMap);
