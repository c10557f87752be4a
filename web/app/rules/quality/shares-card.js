import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { lorenzChart } from '../../pure/charts.js';
import { number, share } from '../../pure/format.js';
import '../../shared/chart-canvas.js';
import { preferences } from '../../shared/preferences.js';
import { properties } from '../../shared/properties.js';
import { gradeLabel, inOrder, swatch } from '../words.js';

/** How customers and revenue are spread over the grades, and how unequal revenue is at all. */
export function sharesCard(facet, { shares = [], lorenz = [], gini }) {
  const { language } = preferences;
  const percent = (value) => share(value, 1, language);
  const words = {
    customers: t('shares.customers'),
    revenue: t('shares.revenue'),
    percent: (value) => percent(value),
    point: (customers, revenue) => t('shares.point', percent(customers), percent(revenue)),
  };
  const pair = (value, kind) => html`<td class="is-number share-cell"><span class="share-bar ${kind}" ${properties({ '--share': value })}></span>${percent(value)}</td>`;
  return html`
    <section class="card" aria-label=${t('shares.title')}>
      <h2>${t('shares.title')}</h2>
      <div class="shares-columns">
        <div>
          <table class="plain-table">
            <thead><tr><th scope="col">${t('trial.grade')}</th><th scope="col" class="is-number">${t('shares.ofCustomers')}</th><th scope="col" class="is-number">${t('shares.ofRevenue')}</th></tr></thead>
            <tbody>${inOrder(facet, shares, (row) => row.customers).map((row) => html`<tr><th scope="row" title=${`${number(row.customers, language)} ${t('customers', row.customers)}`}>${swatch(facet, row.value)} ${gradeLabel(facet, row.value)}</th>${pair(row.customerShare, 'is-soft')}${pair(row.revenueShare, '')}</tr>`)}</tbody>
          </table>
        </div>
        ${lorenz.length > 1
          ? html`<div class="lorenz"><chart-canvas .label=${t('shares.lorenz')} .options=${(palette) => lorenzChart({ points: lorenz, words, palette })}></chart-canvas>
              <p class="muted">${t('shares.gini', number(gini ?? 0, language, 2))}</p></div>`
          : nothing}
      </div>
    </section>
  `;
}
