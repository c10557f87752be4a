/** How imports, their states and their targets are written. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { fileSize } from '../pure/file-size.js';
import { number } from '../pure/format.js';
import { units } from '../pure/import-steps.js';
import { session } from '../session.js';
import { preferences } from '../shared/preferences.js';

const ACTIVITY_FIELDS = {
  purchases: ['customer', 'time', 'order', 'product', 'category', 'quantity', 'amount', 'currency'],
  interactions: ['customer', 'time', 'type', 'direction', 'text'],
  feedback: ['customer', 'time', 'type', 'score', 'text', 'open'],
};
const BAD = new Set(['failed']);
const CALM = new Set(['done', 'undone', 'cancelled']);

export const count = (value) => number(value ?? 0, preferences.language);

export function sizeWords(bytes) {
  const [amount, unit] = fileSize(bytes ?? 0);
  return `${number(amount, preferences.language, Number.isInteger(amount) ? 0 : 1)} ${unit}`;
}

/** A length of time in words: 2 min 10 s. */
export function duration(seconds) {
  return units(seconds)
    .map(([unit, amount]) => t(`unit.${unit}`, amount))
    .join(' ');
}

export function stateBadge({ state }) {
  const className = BAD.has(state) ? 'badge badge-bad' : CALM.has(state) ? 'badge' : 'badge badge-accent';
  return html`<span class=${className}>${t(`import.state.${state}`)}</span>`;
}

/** What a target is called: a field of customers or of what they did. */
export function targetLabel({ rows, field }) {
  if (field === 'id') return t('target.id');
  if (rows !== 'customers') return t(`target.${rows}.${field}`) ?? field;
  return session.schema.label(field, preferences.language);
}

/** A target written as customers.phone. */
export function targetWords(text) {
  const dot = text.indexOf('.');
  return dot < 0 ? session.schema.label(text, preferences.language) : targetLabel({ rows: text.slice(0, dot), field: text.slice(dot + 1) });
}

/** All targets there are, by kind of rows, with the words by which they are found. */
export function allTargets() {
  const own = [{ name: 'id' }, ...session.schema.fields].map((field) => option('customers', field.name, field.label));
  const others = Object.entries(ACTIVITY_FIELDS).flatMap(([rows, fields]) => ['id', ...fields].map((field) => option(rows, field)));
  return [...own, ...others];
}

function option(rows, field, label) {
  const shown = targetLabel({ rows, field });
  return { rows, field, label: shown, words: [shown, field, label?.en, label?.zh].filter(Boolean).join(' ').toLowerCase() };
}

const ACTIVITY_TYPES = { time: 'date', quantity: 'number', amount: 'number', score: 'number' };

/** What kind of values a target takes; codes and other words that are no facet are texts. */
export function typeOf({ rows, field }) {
  if (rows !== 'customers') return ACTIVITY_TYPES[field] ?? 'text';
  const { type, facet } = session.schema.field(field) ?? {};
  return type === 'keyword' && !facet ? 'text' : type;
}

/** Whether several columns make up one value: the levels of a tree, parts of a text, several values. */
export function isJoined({ rows, field }) {
  if (rows !== 'customers' || field === 'id') return false;
  const { type, multi } = session.schema.field(field) ?? {};
  return type === 'tree' || type === 'text' || Boolean(multi);
}

/** Numbers of rows that stand beside each other, the unimportant ones left out. */
export function countWords(counts) {
  if (!counts) return nothing;
  const kinds = ['added', 'changed', 'unchanged', 'duplicates', 'rejected', 'archived'].filter((kind) => counts[kind] > 0);
  return kinds.map(
    (kind) => html`<span class="row-count ${kind === 'rejected' ? 'is-bad' : ''}"><span class="number">${count(counts[kind])}</span> ${t(`kind.row.${kind}`)}</span>`,
  );
}
