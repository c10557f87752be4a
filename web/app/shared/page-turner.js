import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { Element } from './element.js';
import { icon } from './icon.js';

/** The server pages no deeper than this many rows. */
const WINDOW = 10_000;

/** Which rows of how many are shown, and the way to the others. */
export class PageTurner extends Element {
  static properties = { page: { attribute: false }, size: { attribute: false }, total: { attribute: false } };

  render() {
    const { page, size, total } = this;
    if (!total) return nothing;
    const pages = Math.ceil(Math.min(total, WINDOW) / size);
    const cut = page >= pages && total > WINDOW;
    const first = number((page - 1) * size + 1, this.language);
    const last = number(Math.min(page * size, total), this.language);
    const turn = (to) => () => this.emit('turn', to);
    return html`
      <nav class="page-turner" aria-label=${t('pages.label')}>
        ${cut ? html`<span class="muted">${t('pages.end')}</span><span class="spacer"></span>` : nothing}
        <span class="number muted">${t('pages.rows', first, last, number(total, this.language))}</span>
        <button class="icon-button" aria-label=${t('pages.previous')} ?disabled=${page <= 1} @click=${turn(page - 1)}>${icon('back')}</button>
        <button class="icon-button" aria-label=${t('pages.next')} ?disabled=${page >= pages} @click=${turn(page + 1)}>${icon('chevron')}</button>
      </nav>
    `;
  }
}

customElements.define('page-turner', PageTurner);
