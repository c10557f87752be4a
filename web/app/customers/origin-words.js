/** Where a customer's values come from, in words. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { moment } from '../pure/format.js';
import { sourceOf, sourcesOf } from '../pure/origins.js';
import { timeAgo } from '../shared/parts.js';
import { preferences } from '../shared/preferences.js';

/** A source in words. */
export function sourceWords(source) {
  const { kind, name } = sourceOf(source);
  const words = t(`origin.${kind}`, name);
  return words ?? source;
}

/** For a tooltip beside a value; undefined when nothing is known. */
export function originTitle(origin) {
  return origin && t('origin.title', sourceWords(origin.source), moment(origin.at, preferences.language));
}

/** All sources of a customer, in one line. */
export function originLine({ origins }) {
  const sources = sourcesOf(origins);
  if (sources.length === 0) return nothing;
  return html`<p class="origins muted">${t('origin.by')} ${sources.map(({ source, at }, i) => html`${i ? html`<span class="dot">·</span>` : nothing}${sourceWords(source)} ${timeAgo(at)}`)}</p>`;
}
