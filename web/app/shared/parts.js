/** Small pieces that many screens show. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { moment, relative } from '../pure/format.js';
import { stretches } from '../pure/highlight.js';
import { preferences } from './preferences.js';

/** A time as distance from now, with the exact time in the tooltip. */
export function timeAgo(instant) {
  if (!instant) return nothing;
  const { language } = preferences;
  return html`<time datetime=${instant} title=${moment(instant, language)}>${relative(instant, language)}</time>`;
}

/** A text with what was found in it marked. */
export function marked(text, marks) {
  return stretches(text, marks).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));
}

/** Grey bars in the shape of what is to come. */
export function skeleton(rows, className = 'skeleton-row') {
  return html`<div class="skeleton" role="status" aria-label=${t('loading')}>
    ${Array.from({ length: rows }, () => html`<div class=${className}></div>`)}
  </div>`;
}

/** Nothing there, and what to do next. */
export function emptyState(title, text, action = nothing) {
  return html`<div class="empty"><h2>${title}</h2><p>${text}</p>${action}</div>`;
}

/** A page about something that does not exist, and the way back to what does. */
export function unknownPage(title, text, action) {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p>${action}</div>`;
}

/** The page's title in the browser's tab. */
export function setTitle(...words) {
  document.title = [...words.filter(Boolean), 'Winnow'].join(' · ');
}
