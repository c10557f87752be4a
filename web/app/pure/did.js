/**
 * Conditions on activities as the clause editor shows them: one measure, a lookback, and attributes
 * that all have to hold. What does not fit that is left as it is and shown read only.
 */
import { defined } from './rule-shapes.js';

export const MEASURES = ['any', 'count', 'sum', 'average', 'first', 'last'];
const RANGES = ['gte', 'gt', 'lte', 'lt'];

/** Lookbacks offered; the empty one is all time. */
export const LOOKBACKS = ['', '30d', '90d', '180d', '365d'];

export const isDate = (measure) => measure === 'first' || measure === 'last';

export function measureOf(clause) {
  return MEASURES.find((measure) => clause[measure] !== undefined) ?? 'any';
}

/** The bound of a measure: which comparison and which value. */
export function boundOf(clause, measure) {
  const range = clause[measure] ?? {};
  const kind = RANGES.find((name) => range[name] !== undefined);
  return { kind: kind ?? 'gte', value: range[kind ?? 'gte'] };
}

const STARTS = { count: { gte: 2 }, sum: { gte: 1000 }, average: { gte: 1 }, first: { gte: 'today-30d' }, last: { lt: 'today-90d' } };

/**
 * The clause with another measure; its where and its lookback stay.
 *
 * @param {string[]} attributes what the measure can be of; none for counts and dates
 */
export function withMeasure(clause, measure, attributes = []) {
  const { did, where, lookback } = clause;
  const bound = STARTS[measure] && defined({ of: attributes[0], ...STARTS[measure] });
  return defined({ did, where, [measure]: bound, lookback });
}

/** The measure of another attribute. */
export function withOf(clause, measure, of) {
  return { ...clause, [measure]: { ...clause[measure], of } };
}

export function withBound(clause, measure, kind, value) {
  const { of } = clause[measure] ?? {};
  return { ...clause, [measure]: defined({ of, [kind]: value }) };
}

export function withLookback(clause, lookback) {
  return defined({ ...clause, lookback });
}

/** The parts of where, each about one attribute; undefined when it is more than a plain list. */
export function whereParts(where) {
  if (!where) return [];
  const parts = where.all ?? [where];
  return parts.every((part) => part.field || part.text !== undefined) ? parts : undefined;
}

export function withWhere(clause, parts) {
  const where = parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : { all: parts };
  return defined({ ...clause, where });
}

/** A part of where about an attribute, with no value yet. */
export function blankPart({ name, type }) {
  if (type === 'text') return { text: '' };
  if (type === 'number' || type === 'money') return { field: name, gte: undefined };
  return { field: name, in: [] };
}

const isFinishedPart = (part) =>
  part.text !== undefined ? part.text.trim() !== '' : part.in ? part.in.length > 0 : RANGES.some((name) => part[name] !== undefined);

/** Whether the clause says enough to be asked. */
export function isFinished(clause) {
  const measure = measureOf(clause);
  const parts = whereParts(clause.where);
  if (parts && !parts.every(isFinishedPart)) return false;
  return measure === 'any' || RANGES.some((name) => clause[measure][name] !== undefined);
}
