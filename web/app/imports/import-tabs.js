import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';

const TABS = [
  { page: 'imports', address: '/imports' },
  { page: 'connections', address: '/connections' },
  { page: 'duplicates', address: '/duplicates' },
];

/** The screens about data that comes in. */
export function importTabs(current) {
  return html`
    <nav class="tabs page-tabs" aria-label=${t('imports.tabs')}>
      ${TABS.map(({ page, address }) => html`<a href=${address} aria-current=${page === current ? 'page' : nothing}>${t(`tab.${page}`)}</a>`)}
    </nav>
  `;
}
