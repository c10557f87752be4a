import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { monthChart } from '../../pure/charts.js';
import { compact, number } from '../../pure/format.js';
import '../../shared/chart-canvas.js';
import { preferences } from '../../shared/preferences.js';

/** How many customers changed their grade in each month. */
export function movedCard(months = []) {
  const { language } = preferences;
  const words = {
    axis: (value) => compact(value, language),
    bar: (i) => `${months[i].month}\n${number(months[i].moved, language)} ${t('customers', months[i].moved)}`,
  };
  const label = months.map(({ month, moved }) => `${month}: ${number(moved, language)}`).join(t('comma'));
  return html`
    <section class="card" aria-label=${t('moved.title')}>
      <h2>${t('moved.title')}</h2>
      ${months.length
        ? html`<chart-canvas class="month-chart" .label=${label} .options=${(palette) => monthChart({ months: months.map(({ month }) => month), values: months.map(({ moved }) => moved), words, palette })}></chart-canvas>`
        : html`<p class="muted">${t('moved.none')}</p>`}
    </section>
  `;
}
