/** The definition a new rule starts with: sensible for the facet and for the customers there are. */
import { edgeAtShare } from './cut-scale.js';
import { KINDS, STAGES } from './rule-shapes.js';
import { isNumeric, isOrdered } from './schema.js';

/** The usual map of scores, first match wins; after the R package "rfm". */
const RFM_SEGMENTS = [
  { grade: 'champions', r: [4, 5], f: [4, 5], m: [4, 5] },
  { grade: 'loyal', r: [2, 5], f: [3, 5], m: [3, 5] },
  { grade: 'potential_loyalist', r: [3, 5], f: [1, 3], m: [1, 3] },
  { grade: 'new', r: [4, 5], f: [1, 1], m: [1, 1] },
  { grade: 'promising', r: [3, 4], f: [1, 1], m: [1, 1] },
  { grade: 'need_attention', r: [2, 3], f: [2, 3], m: [2, 3] },
  { grade: 'about_to_sleep', r: [2, 3], f: [1, 2], m: [1, 2] },
  { grade: 'at_risk', r: [1, 2], f: [2, 5], m: [2, 5] },
  { grade: 'cant_lose', r: [1, 1], f: [4, 5], m: [4, 5] },
  { grade: 'lost', r: [1, 2], f: [1, 2], m: [1, 2] },
];

/** Facets that a rule can grade: words from a closed list, one for a customer. */
export function gradable(schema) {
  return schema.facets.filter((field) => field.type === 'keyword' && !field.multi && field.values?.length > 1);
}

export const numericFields = (schema) => schema.fields.filter(isNumeric);
export const orderedFields = (schema) => schema.fields.filter(isOrdered);
export const dateFields = (schema) => schema.fields.filter((field) => field.type === 'date');

/** Fields whose values a mapping can put into groups. */
export function worded(schema, facet) {
  return schema.facets.filter((field) => !isOrdered(field) && field.name !== facet);
}

const named = (fields, ...names) => names.map((name) => fields.find((field) => field.name === name)).find(Boolean) ?? fields[0];

/** The field most rules of amounts are about. */
export function mainAmount(schema) {
  const fields = numericFields(schema);
  return named(fields, 'total_spend', fields.find((field) => field.type === 'money')?.name);
}

/** Which kind suits a facet, judged by what its grades are called. */
export function usualKind(facet) {
  const grades = facet.values.map(({ value }) => value);
  if (grades.includes('champions')) return 'rfm';
  if (grades.includes('churned')) return 'lifecycle';
  return KINDS[0];
}

/**
 * @param {string} kind
 * @param {object} facet the field to be graded
 * @param {import('./schema.js').Schema} schema
 * @param {?{edges: number[], counts: number[]}} histogram of the main amount
 */
export function startOf(kind, facet, schema, histogram) {
  const best = facet.values.map(({ value }) => value);
  const rising = [...best].reverse();
  const amount = mainAmount(schema)?.name;
  const head = { kind, facet: facet.name };
  switch (kind) {
    case 'bands':
      return { ...head, field: amount, bands: bandsOf(rising, histogram) };
    case 'quantiles':
      return { ...head, field: amount, grades: rising, method: 'type7' };
    case 'abc':
      return { ...head, field: amount, grades: paretoOf(best) };
    case 'rfm':
      return { ...head, ...rfmFields(schema), asOf: 'today', scores: 5, method: 'type7-plus-one', ...rfmMap(best) };
    case 'lifecycle':
      return { ...head, ...lifecycleFields(schema), newDays: 30, mode: 'fixed', atRiskAfter: 90, churnedAfter: 180, grades: stagesOf(best) };
    case 'score':
      return { ...head, parts: partsOf(schema), bands: rising.map((grade, i) => (i ? { grade, from: round(i / rising.length) } : { grade })) };
    default:
      return { ...head, field: worded(schema, facet.name)[0]?.name, groups: best.slice(0, -1).map((grade) => ({ grade, values: [] })), otherwise: best.at(-1) };
  }
}

const round = (value) => Math.round(value * 100) / 100;

function bandsOf(rising, histogram) {
  let below = 0;
  return rising.map((grade, i) => {
    if (i === 0) return { grade };
    const edge = histogram?.counts.length ? edgeAtShare(histogram.edges, histogram.counts, i / rising.length) : 0;
    below = edge > below ? edge : Math.max(1, below * 2);
    return { grade, from: below };
  });
}

function paretoOf(best) {
  const usual = [0.8, 0.95];
  const upTo = (i) => (best.length === 3 ? usual[i] : round((i + 1) / best.length));
  return best.map((grade, i) => (i === best.length - 1 ? { grade } : { grade, upTo: upTo(i) }));
}

function rfmFields(schema) {
  return {
    recency: named(dateFields(schema), 'last_purchase')?.name,
    frequency: named(numericFields(schema), 'order_count')?.name,
    monetary: mainAmount(schema)?.name,
  };
}

function rfmMap(best) {
  const known = RFM_SEGMENTS.filter(({ grade }) => best.includes(grade));
  const segments = known.length ? known : best.slice(0, -1).map((grade, i) => ({ grade, r: [Math.max(1, 5 - i), 5], f: [Math.max(1, 5 - i), 5], m: [1, 5] }));
  return { segments, otherwise: best.includes('others') ? 'others' : best.at(-1) };
}

function lifecycleFields(schema) {
  const dates = dateFields(schema);
  return {
    first: named(dates, 'first_purchase', 'customer_since')?.name,
    last: named(dates, 'last_purchase')?.name,
    count: named(numericFields(schema), 'order_count')?.name,
  };
}

function stagesOf(best) {
  const spelled = (stage) => stage.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(STAGES.map((stage, i) => [stage, best.includes(spelled(stage)) ? spelled(stage) : best[Math.min(i, best.length - 1)]]));
}

function partsOf(schema) {
  const fields = numericFields(schema).slice(0, 2);
  return fields.map(({ name }) => ({ field: name, weight: round(1 / fields.length), normalise: 'percentile', missing: 0 }));
}
