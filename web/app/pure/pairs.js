/** Two customers that may be the same: how they differ and what the reader chose. */

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const listed = (value) => (value === undefined || value === null ? [] : [value].flat());

/**
 * The fields of a pair in an order, each with how the sides stand to each other.
 *
 * @returns {{field: string, left: *, right: *, state: 'same'|'differs'|'left'|'right'}[]}
 */
export function fieldsOf({ left, right }, order) {
  const known = order.filter((field) => left.fields[field] !== undefined || right.fields[field] !== undefined);
  return known.map((field) => {
    const a = left.fields[field];
    const b = right.fields[field];
    return { field, left: a, right: b, state: stateOf(a, b) };
  });
}

function stateOf(a, b) {
  if (b === undefined) return 'left';
  if (a === undefined) return 'right';
  return same(a, b) ? 'same' : 'differs';
}

/** What to take unless the reader chooses: what only one side has, else the side that is kept. */
export function usualChoice({ state }, keep, multi) {
  if (state === 'left' || state === 'right') return state;
  return state === 'differs' && multi ? 'both' : keep;
}

/** The side that has more to say; the left one when they are equal. */
export function fuller({ left, right }) {
  const said = ({ fields }) => Object.values(fields).flatMap(listed).length;
  return said(right) > said(left) ? 'right' : 'left';
}

/** The value a merged customer gets. */
export function chosenValue({ left, right }, choice) {
  if (choice === 'both') return [...new Set([...listed(left), ...listed(right)])];
  return choice === 'left' ? left : right;
}

/** The pair after or before one, staying within the list. */
export function neighbour(pairs, id, step) {
  const at = pairs.findIndex((pair) => pair.id === id);
  return pairs[Math.max(0, Math.min(pairs.length - 1, at + step))]?.id;
}
