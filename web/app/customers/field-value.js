import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { relativeDay } from '../pure/format.js';
import { formatOrdered, isOrdered } from '../pure/schema.js';
import { session } from '../session.js';
import { marked } from '../shared/parts.js';
import { preferences } from '../shared/preferences.js';

/** A customer's value of a field as people read it; an em dash when there is none. */
export function fieldValue(field, value, marks) {
  if (value === undefined || value === null) return html`<span class="none" aria-label=${t('none')}>–</span>`;
  const values = Array.isArray(value) ? value : [value];
  return values.map((one, i) => html`${i > 0 ? t('comma') : nothing}${single(field, one, marks?.filter((mark) => mark.value === i))}`);
}

function single(field, value, marks) {
  const { language } = preferences;
  if (isOrdered(field)) {
    const text = formatOrdered(field, value, language);
    return field.type === 'date' ? html`<time datetime=${value} title=${relativeDay(value, language)}>${text}</time>` : text;
  }
  if (field.type === 'boolean') return t(value ? 'yes' : 'no');
  if (field.type === 'tree') return html`<span title=${[...session.schema.labelsAbove(field.name, value, language), session.schema.valueLabel(field.name, value, language)].join(' › ')}>${session.schema.valueLabel(field.name, value, language)}</span>`;
  if (field.type === 'keyword') return keyword(field, value, language);
  return marks?.length ? marked(value, marks) : value;
}

function keyword(field, value, language) {
  const place = field.closed ? field.values.findIndex((known) => known.value === value) : -1;
  const label = session.schema.valueLabel(field.name, value, language);
  return isTier(field) && place >= 0
    ? html`<span class="tier" data-step=${Math.min(place, 4)}>${label}</span>`
    : label;
}

/** Tiers get a small mark: few known values in an order of their own. */
function isTier(field) {
  return field.name.endsWith('tier');
}

/** A tree value with the nodes above it, dimmed. */
export function fullValue(field, value) {
  if (field.type !== 'tree' || typeof value !== 'string') return fieldValue(field, value);
  const above = session.schema.labelsAbove(field.name, value, preferences.language);
  return html`<span class="muted">${above.map((label) => `${label} › `)}</span>${fieldValue(field, value)}`;
}

/** A way to act on a contact: call or write. */
export function contactValue(field, value) {
  const scheme = { phone: 'tel:', email: 'mailto:' }[field.type];
  if (!scheme || value === undefined) return fieldValue(field, value);
  return [value].flat().map((one, i) => html`${i > 0 ? t('comma') : nothing}<a href=${scheme + one}>${one}</a>`);
}
