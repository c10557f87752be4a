/** Who moves from which grade to which, arranged for a table and for a flow chart. */

/** A grade as a key; no grade has one too. */
export const keyOf = (value) => value ?? '';

/** The grades that somebody has before or after, in the order given; no grade comes last. */
export function gradesSeen(matrix, order) {
  const seen = new Set(matrix.filter((cell) => cell.customers > 0).flatMap(({ from, to }) => [keyOf(from), keyOf(to)]));
  const known = order.filter((value) => seen.has(value));
  const unknown = [...seen].filter((key) => key !== '' && !order.includes(key));
  return [...known, ...unknown, ...(seen.has('') ? [null] : [])];
}

/**
 * A table with a row for each grade before and a column for each after.
 *
 * @returns {{grade: ?string, cells: object[], customers: number}[]} cells that nobody is in have 0
 */
export function table(matrix, grades) {
  const cells = new Map(matrix.map((cell) => [`${keyOf(cell.from)}\n${keyOf(cell.to)}`, cell]));
  return grades.map((from) => {
    const row = grades.map((to) => cells.get(`${keyOf(from)}\n${keyOf(to)}`) ?? { from, to, customers: 0, sums: {} });
    return { grade: from, cells: row, customers: row.reduce((sum, cell) => sum + cell.customers, 0) };
  });
}

/** How many come to each grade. */
export function arrivals(rows, grades) {
  return grades.map((_, i) => rows.reduce((sum, row) => sum + row.cells[i].customers, 0));
}

export const isMove = ({ from, to }) => keyOf(from) !== keyOf(to);

/** Whether two cells are the same one. */
export function sameCell(a, b) {
  return Boolean(a && b) && keyOf(a.from) === keyOf(b.from) && keyOf(a.to) === keyOf(b.to);
}

/** The place of a grade on the colour scale: 0 strong to 1 weak; undefined for no grade. */
export function stepOf(value, order) {
  const at = order.indexOf(value);
  return at < 0 ? undefined : order.length < 2 ? 0 : at / (order.length - 1);
}

/** What a population stability index says, by the usual bounds of credit scoring. */
export function stabilityWord(index) {
  if (index < 0.1) return 'stable';
  return index < 0.25 ? 'shifting' : 'shifted';
}
