/** How grades, rules and amounts are written on the screens about rules. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { stepOf } from '../pure/moves.js';
import { toDay } from '../pure/rule-shapes.js';
import { formatOrdered } from '../pure/schema.js';
import { session } from '../session.js';
import { preferences } from '../shared/preferences.js';
import { properties } from '../shared/properties.js';

/** The grades of a facet in their configured order, the best first. */
export function gradesOf(facet) {
  return (session.schema.field(facet)?.values ?? []).map(({ value }) => value);
}

/** Sizes in the configured order of the grades, no grade last and only if somebody has none. */
export function inOrder(facet, sizes, customers) {
  const order = gradesOf(facet);
  const place = ({ value }) => (value === null ? Infinity : order.indexOf(value));
  return sizes.filter((size) => size.value !== null || customers(size) > 0).toSorted((a, b) => place(a) - place(b));
}

export function gradeLabel(facet, value) {
  if (value === null || value === undefined) return t('rules.ungraded');
  return session.schema.valueLabel(facet, value, preferences.language);
}

export const fieldLabel = (name) => session.schema.label(name, preferences.language);

export const nameOf = (rule) => rule.name?.[preferences.language] ?? rule.id;

/** A small square in the grade's colour. */
export function swatch(facet, value) {
  return html`<span class="swatch" ${shade(facet, value)}></span>`;
}

/** Gives an element the grade's colour as `--grade`. */
export function shade(facet, value) {
  const step = stepOf(value, gradesOf(facet));
  const strong = Math.round((1 - (step ?? 0)) * 1000) / 10;
  return properties({
    '--grade': step === undefined ? 'var(--scale-none)' : `color-mix(in srgb, var(--scale-strong) ${strong}%, var(--scale-weak))`,
  });
}

/** A value of a field that a rule reads: money with its currency, counts, days. */
export function amount(name, value) {
  if (value === null || value === undefined) return t('none');
  const { language } = preferences;
  const field = session.schema.field(name);
  if (!field) return number(value, language, 2);
  return formatOrdered(field, field.type === 'date' && typeof value === 'number' ? toDay(value) : value, language);
}

/** A threshold as people say it: money without cents that are zero. */
export function bound(name, value) {
  const field = session.schema.field(name);
  return field?.type !== 'date' && field && Number.isInteger(value) ? formatOrdered({ ...field, decimals: 0 }, value, preferences.language) : amount(name, value);
}

/** A difference with its sign. It has no colour: which grade should grow, the reader decides. */
export function difference(value) {
  if (value === 0) return html`<span class="muted">±0</span>`;
  const text = number(Math.abs(value), preferences.language);
  return html`<span class="difference">${value > 0 ? '+' : '−'}${text}</span>`;
}

export function stateBadge({ state, hasDraft }) {
  return html`${state === 'published' ? nothing : html`<span class="badge">${t(`rules.${state}`)}</span>`}${hasDraft && state === 'published'
    ? html`<span class="badge badge-accent">${t('rules.hasDraft')}</span>`
    : nothing}`;
}
