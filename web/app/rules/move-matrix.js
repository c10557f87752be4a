import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { compact, number } from '../pure/format.js';
import { arrivals, isMove, sameCell, table } from '../pure/moves.js';
import { Element } from '../shared/element.js';
import { properties } from '../shared/properties.js';
import { amount, gradeLabel, swatch } from './words.js';

/** A row for each grade now, a column for each then; a cell opens the customers who make that move. */
export class MoveMatrix extends Element {
  static properties = {
    facet: { attribute: false },
    matrix: { attribute: false },
    grades: { attribute: false },
    sum: { attribute: false },
    chosen: { attribute: false },
  };

  render() {
    const { facet, grades, language } = this;
    const rows = table(this.matrix, grades);
    const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.filter(isMove).map((cell) => cell.customers)));
    return html`
      <div class="matrix-scroll">
        <table class="matrix">
          <caption class="hidden">${t('trial.matrix')}</caption>
          <thead>
            <tr><th scope="col"><span class="muted">${t('trial.nowThen')}</span></th>${grades.map((grade) => html`<th scope="col" class="is-number" title=${gradeLabel(facet, grade)}>${swatch(facet, grade)}<span>${gradeLabel(facet, grade)}</span></th>`)}<th scope="col" class="is-number">${t('trial.total')}</th></tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr><th scope="row" title=${gradeLabel(facet, row.grade)}>${swatch(facet, row.grade)}<span>${gradeLabel(facet, row.grade)}</span></th>${row.cells.map((cell) => this.#cell(cell, most))}<td class="is-number sum-total">${number(row.customers, language)}</td></tr>`,
            )}
          </tbody>
          <tfoot>
            <tr><th scope="row">${t('trial.total')}</th>${arrivals(rows, grades).map((count) => html`<td class="is-number sum-total">${number(count, language)}</td>`)}<td class="is-number sum-total">${number(rows.reduce((sum, { customers }) => sum + customers, 0), language)}</td></tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  #cell(cell, most) {
    if (cell.customers === 0) return html`<td class="is-number none">–</td>`;
    const moves = isMove(cell);
    const chosen = sameCell(cell, this.chosen);
    const words = t('trial.cell', gradeLabel(this.facet, cell.from), gradeLabel(this.facet, cell.to), number(cell.customers, this.language));
    const sum = this.sum ? cell.sums?.[this.sum] : undefined;
    const content = html`<strong>${number(cell.customers, this.language)}</strong>${sum === undefined ? nothing : html`<span class="muted" title=${amount(this.sum, sum)}>${compact(sum, this.language)}</span>`}`;
    if (!moves) return html`<td class="is-number stays">${content}</td>`;
    return html`<td class="is-number moves ${chosen ? 'is-chosen' : ''}" ${properties({ '--heat': 0.15 + 0.85 * (cell.customers / most) })}>
      <button type="button" aria-pressed=${chosen ? 'true' : 'false'} aria-label=${words} title=${words} @click=${() => this.emit('look', chosen ? null : cell)}>${content}</button>
    </td>`;
  }
}

customElements.define('move-matrix', MoveMatrix);
