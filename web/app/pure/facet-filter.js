/**
 * One facet's own part of a condition: what its check boxes, its brush and its *no value* row say.
 * A facet reads and writes only top-level parts that speak of its field alone, as the engine does
 * when it leaves a facet's own filter out of its counts.
 */
import { partsOf } from './condition.js';

/**
 * @typedef {object} FacetFilter
 * @property {string[]} include chosen values
 * @property {string[]} exclude values ruled out
 * @property {boolean} missing customers without a value are wanted too
 * @property {?object} range bounds `gte gt lte lt`
 */

/** @type {FacetFilter} */
export const NO_FILTER = Object.freeze({ include: [], exclude: [], missing: false, range: null });

const BOUNDS = ['gte', 'gt', 'lte', 'lt'];
const isIn = (part, field) => part.field === field && Array.isArray(part.in);
const isMissing = (part, field) => part.field === field && part.exists === false;
const isRange = (part, field) => part.field === field && BOUNDS.some((b) => part[b] !== undefined);
const boundsOf = (part) => Object.fromEntries(BOUNDS.filter((b) => part[b] !== undefined).map((b) => [b, part[b]]));

/** What one top-level part says about the facet, or undefined when it is not the facet's own. */
function meaning(part, field) {
  if (isIn(part, field)) return { include: part.in };
  if (isMissing(part, field)) return { missing: true };
  if (isRange(part, field)) return { range: boundsOf(part) };
  if (part.not && isIn(part.not, field)) return { exclude: part.not.in };
  if (Array.isArray(part.any) && part.any.length === 2 && isMissing(part.any[1], field)) {
    const other = meaning(part.any[0], field);
    if (other?.include || other?.range) return { ...other, missing: true };
  }
  return undefined;
}

/** @returns {FacetFilter} */
export function facetFilter(condition, field) {
  return partsOf(condition).reduce((filter, part) => ({ ...filter, ...meaning(part, field) }), NO_FILTER);
}

export function isFiltered(condition, field) {
  return partsOf(condition).some((part) => meaning(part, field));
}

function partsFor(field, { include, exclude, missing, range }) {
  const wanted = include.length ? { field, in: include } : range ? { field, ...range } : null;
  const none = { field, exists: false };
  const parts = [];
  if (wanted && missing) parts.push({ any: [wanted, none] });
  else if (wanted) parts.push(wanted);
  else if (missing) parts.push(none);
  if (exclude.length) parts.push({ not: { field, in: exclude } });
  return parts;
}

/** The condition with the facet's own parts replaced, in the place of the first of them. */
export function withFacetFilter(condition, field, filter) {
  const parts = partsOf(condition);
  const own = parts.map((part) => meaning(part, field) !== undefined);
  const at = own.includes(true) ? own.indexOf(true) : parts.length;
  const before = parts.filter((_, i) => i < at && !own[i]);
  const after = parts.filter((_, i) => i >= at && !own[i]);
  return { all: [...before, ...partsFor(field, filter), ...after] };
}

const related = (a, b, tree) => a === b || (tree && (a.startsWith(`${b}/`) || b.startsWith(`${a}/`)));

/**
 * Chooses a value, or takes the choice (or the exclusion) back. In a tree a node replaces the nodes
 * above and below it, because it would either say nothing new or undo them.
 */
export function toggleValue(filter, value, tree = false) {
  if (filter.exclude.includes(value)) {
    return { ...filter, exclude: filter.exclude.filter((v) => v !== value) };
  }
  if (filter.include.includes(value)) {
    return { ...filter, include: filter.include.filter((v) => v !== value) };
  }
  return {
    ...filter,
    include: [...filter.include.filter((v) => !related(v, value, tree)), value],
  };
}

/** Rules a value out, or takes that back. */
export function toggleExclude(filter, value) {
  return {
    ...filter,
    include: filter.include.filter((v) => v !== value),
    exclude: filter.exclude.includes(value)
      ? filter.exclude.filter((v) => v !== value)
      : [...filter.exclude, value],
  };
}

export function onlyValue(value) {
  return { ...NO_FILTER, include: [value] };
}
