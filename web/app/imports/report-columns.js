import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { share } from '../pure/format.js';
import { Element } from '../shared/element.js';
import { properties } from '../shared/properties.js';
import { count, targetWords } from './words.js';

/** What each column held and what was wrong with it, the columns with problems first. */
export class ReportColumns extends Element {
  static properties = { report: { attribute: false }, all: { state: true } };

  render() {
    const { columns = [], rows } = this.report;
    const troubled = columns.filter(({ problems }) => problems?.length);
    const shown = this.all ? [...troubled, ...columns.filter((column) => !troubled.includes(column))] : troubled;
    return html`
      <section class="card report-columns" aria-labelledby="report-columns-title">
        <div class="card-head">
          <div><h2 id="report-columns-title">${t('report.columns')}</h2><p class="muted">${troubled.length ? t('report.troubled', troubled.length) : t('report.untroubled')}</p></div>
          <button class="link" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>${this.all ? t('report.fewer') : t('report.all', columns.length)}</button>
        </div>
        ${shown.length ? this.#table(shown, rows) : nothing}
      </section>
    `;
  }

  #table(columns, rows) {
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="report-columns-title">
        <table>
          <thead><tr><th scope="col">${t('report.column')}</th><th scope="col">${t('report.field')}</th><th scope="col">${t('report.filled')}</th><th scope="col" class="is-number">${t('report.distinct')}</th><th scope="col">${t('report.problems')}</th></tr></thead>
          <tbody>${columns.map((column) => this.#row(column, rows))}</tbody>
        </table>
      </div>
    `;
  }

  #row({ column, field, filled, distinct, problems = [] }, rows) {
    return html`
      <tr>
        <th scope="row">${column}</th>
        <td>${field ? targetWords(field) : html`<span class="muted">${t('columns.notImported')}</span>`}</td>
        <td><span class="column-fill"><span class="fill-bar" ${properties({ '--share': rows ? filled / rows : 0 })}></span><span class="number muted">${share(filled, rows, this.language)}</span></span></td>
        <td class="is-number">${distinct === null || distinct === undefined || distinct < 0 ? t('columns.many') : count(distinct)}</td>
        <td class="report-problems">${problems.map(({ detail, count: n, rows: where = [] }) => html`<span><strong class="number">${count(n)}</strong> ${detail} <span class="muted number">${where.length ? t('report.rows', where.map(count).join(t('comma'))) : nothing}</span></span>`)}</td>
      </tr>
    `;
  }
}

customElements.define('report-columns', ReportColumns);
