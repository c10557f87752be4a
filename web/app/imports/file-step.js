import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { importAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import './file-format.js';
import { firstRows } from './file-table.js';
import { desk } from './import-desk.js';
import { count } from './words.js';

/** How the file is read, held against its first rows. */
export class FileStep extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    desk.want('table');
    const { table, run } = desk;
    if (!table) return desk.problem ? nothing : skeleton(8);
    return html`
      ${run.problem ? html`<problem-notice .problem=${run.problem}></problem-notice>` : nothing}
      ${table.guess && !table.guess.certain && !desk.started ? html`<div class="notice notice-warn">${icon('warning')}<div><strong>${t('file.uncertain')}</strong><p>${t('file.uncertainText')}</p></div></div>` : nothing}
      <file-format></file-format>
      ${table.uneven?.length ? html`<div class="notice">${icon('warning')}<div>${t('file.uneven', table.uneven.map(({ row }) => count(row)).join(t('comma')))}</div></div>` : nothing}
      ${table.asides?.count ? html`<div class="notice">${icon('warning')}<div>${t('file.asides', table.asides.count, table.asides.rows.map(({ row, cell }) => t('file.aside', count(row), cell)).join(t('comma')))}</div></div>` : nothing}
      ${table.rows === 0 ? html`<div class="empty"><h2>${t('file.noRows')}</h2><p>${t('file.noRowsText')}</p></div>` : firstRows(table)}
      <footer class="step-foot">
        <span class="muted">${t('file.odd')}</span><span class="spacer"></span>
        ${session.canEdit && table.rows > 0 ? html`<a class="button primary" href=${importAddress(run.id, 'columns')}>${t('file.next')}</a>` : nothing}
      </footer>
    `;
  }
}

customElements.define('file-step', FileStep);
