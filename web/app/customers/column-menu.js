import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { menu } from '../shared/menu.js';
import { showColumn, shownColumns } from './columns.js';

/** Chooses the columns of customer tables. */
export class ColumnMenu extends Element {
  render() {
    const shown = new Set(shownColumns());
    const row = (field) => html`
      <label class="menu-item">
        <input type="checkbox" .checked=${shown.has(field)} @change=${(event) => showColumn(field.name, event.target.checked)}>
        ${field.label[this.language]}
      </label>
    `;
    return menu({
      label: t('columns'),
      className: 'button icon-only',
      button: icon('columns'),
      content: html`<div class="menu-columns">${session.schema.columns.map(row)}</div>`,
      stay: true,
    });
  }
}

customElements.define('column-menu', ColumnMenu);
