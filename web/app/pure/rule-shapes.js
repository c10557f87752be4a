/** What a classification rule's definition looks like, by kind, and changes to it as plain JSON. */

export const KINDS = ['bands', 'quantiles', 'abc', 'rfm', 'lifecycle', 'score', 'mapping'];

/** Kinds whose cut points follow from all customers and are kept with a version. */
export const BY_POPULATION = new Set(['quantiles', 'abc', 'rfm', 'score']);

export const STAGES = ['prospect', 'new', 'active', 'atRisk', 'churned'];

export function sameDefinition(a, b) {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** With sorted keys, so that the order in which a definition was written does not matter. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]));
}

/** Without the keys that have no value. */
export function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));
}

export function replaced(list, index, part) {
  return list.map((item, i) => (i === index ? defined({ ...item, ...part }) : item));
}

export function without(list, index) {
  return list.filter((_, i) => i !== index);
}

/** An entry moved one place up or down. */
export function shifted(list, index, by) {
  const to = index + by;
  if (to < 0 || to >= list.length) return list;
  const moved = [...list];
  [moved[index], moved[to]] = [moved[to], moved[index]];
  return moved;
}

/** The bounds between bands, without the first band's, which has none. */
export function cutsOf(bands) {
  return bands.slice(1).map((band) => band.from);
}

export function withCut(bands, index, value) {
  return replaced(bands, index + 1, { from: value });
}

/** A further band above all others, for the first grade that no band has yet. */
export function withBand(bands, grades) {
  const grade = grades.find((value) => !bands.some((band) => band.grade === value)) ?? grades[0];
  const top = bands.at(-1)?.from;
  return [...bands, defined({ grade, from: bands.length === 0 ? undefined : top === undefined ? 1 : top * 2 || 1 })];
}

/** Takes a band out; the lowest that remains has no lower bound. */
export function withoutBand(bands, index) {
  const [first, ...rest] = without(bands, index);
  return first ? [{ grade: first.grade }, ...rest] : [];
}

/** The fields a rule reads. */
export function fieldsOf(definition) {
  const { field, recency, frequency, monetary, first, last, count, parts } = definition;
  const names = [field, recency, frequency, monetary, first, last, count, ...(parts ?? []).map((part) => part.field)];
  return [...new Set(names.filter(Boolean))];
}

/** What RFM scores. */
export const DIMENSIONS = ['recency', 'frequency', 'monetary'];

/** How each dimension of an RFM rule is cut; one word stands for all three. */
export function methodsOf({ method }) {
  return typeof method === 'string' ? Object.fromEntries(DIMENSIONS.map((name) => [name, method])) : method;
}

/** The rule with another method for a dimension; fixed cut points begin with those found last. */
export function withMethod(definition, dimension, method, found = {}) {
  const { cuts = {}, ...rest } = definition;
  const { [dimension]: own, ...others } = cuts;
  const kept = method === 'fixed' ? { ...others, [dimension]: own ?? found[dimension] ?? [] } : others;
  const changed = { ...rest, method: { ...methodsOf(definition), [dimension]: method } };
  return Object.keys(kept).length ? { ...changed, cuts: kept } : changed;
}

/** Whether any segment of an RFM rule asks for a sum of scores. */
export function asksForSum({ segments, scores = 5 }) {
  const least = DIMENSIONS.length;
  return segments.some(({ sum }) => sum && (sum[0] > least || sum[1] < least * scores));
}

const DAY_MS = 86_400_000;

/** A value of an ordered field as a number: days since 1970 for a date. */
export function toNumber(value) {
  return typeof value === 'string' ? Math.round(Date.parse(`${value}T00:00:00Z`) / DAY_MS) : value;
}

/** A number of days since 1970 as a date. */
export function toDay(days) {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
