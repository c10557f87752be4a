import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number, share } from '../pure/format.js';
import { preferences } from '../shared/preferences.js';
import { properties } from '../shared/properties.js';
import { gradeLabel, shade } from './words.js';

const NAMED = 3;

/**
 * How many customers have which grade: one bar in parts, and the largest parts in numbers.
 *
 * @param {string} facet
 * @param {{value: ?string, count: number}[]} sizes
 */
export function gradeBar(facet, sizes) {
  const { language } = preferences;
  const total = sizes.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return html`<span class="muted">${t('rules.nobody')}</span>`;
  const words = ({ value, count }) => `${gradeLabel(facet, value)} ${number(count, language)}`;
  const shown = sizes.filter(({ count }) => count > 0);
  const more = shown.length - NAMED;
  const all = shown.map((size) => `${words(size)} (${share(size.count, total, language)})`);
  return html`
    <div class="grade-bar" role="img" aria-label=${all.join(t('comma'))} title=${all.join('\n')}>
      ${shown.map(({ value, count }) => html`<span ${properties({ '--share': count / total })} ${shade(facet, value)}></span>`)}
    </div>
    <p class="grade-words number muted" aria-hidden="true">
      ${shown.slice(0, more === 1 ? NAMED + 1 : NAMED).map((size) => html`<span>${words(size)}</span>`)}${more > 1 ? html`<span>${t('rules.moreGrades', more)}</span>` : nothing}
    </p>
  `;
}
