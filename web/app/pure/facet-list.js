/** Which values of a facet are shown, and in which order. */

/**
 * Keeps rows where they are while the pointer is over them; otherwise sorts anew. Values seen before
 * that have no count any more stay at the end with zero, so that the list never gets shorter than it
 * was and nothing below it moves.
 *
 * @param {{value: string, count: number}[]} shown what was on screen
 * @param {{value: string, count: number}[]} counted what the server counted now
 * @param {boolean} hold whether the pointer or the focus is in the list
 */
export function arrange(shown, counted, hold) {
  const now = new Map(counted.map((row) => [row.value, row]));
  const gone = shown.filter((row) => !now.has(row.value)).map((row) => ({ ...row, count: 0 }));
  if (!hold) return [...counted, ...gone.slice(0, Math.max(0, shown.length - counted.length))];
  const before = new Set(shown.map((row) => row.value));
  const kept = shown.map((row) => now.get(row.value) ?? { ...row, count: 0 });
  return [...kept, ...counted.filter((row) => !before.has(row.value))];
}

/** Known values in their configured order, each with its count; values not known follow. */
export function inConfiguredOrder(known, counted) {
  const counts = new Map(counted.map((row) => [row.value, row]));
  const names = new Set(known.map((item) => item.value));
  return [
    ...known.map(({ value }) => counts.get(value) ?? { value, count: 0, selected: false, parent: false }),
    ...counted.filter((row) => !names.has(row.value)),
  ];
}

/** The first rows, and any chosen ones further down. */
export function firstRows(rows, length, chosen) {
  return rows.filter((row, i) => i < length || chosen.has(row.value));
}

/** Children of a tree node; the top level for the empty path. */
export function childrenOf(rows, path) {
  const depth = path === '' ? 0 : path.length + 1;
  const prefix = path === '' ? '' : `${path}/`;
  return rows.filter(({ value }) => value.startsWith(prefix) && !value.slice(depth).includes('/'));
}

/** What a tree shows at a path: the chosen nodes that lie elsewhere, then the path's children. */
export function rowsAt(rows, path, chosen) {
  const children = childrenOf(rows, path);
  const listed = new Set(children.map((row) => row.value));
  return [...rows.filter((row) => chosen.has(row.value) && !listed.has(row.value)), ...children];
}

/** The nodes from the top down to and with the path: `a/b` gives `a`, `a/b`. */
export function ancestry(path) {
  const steps = path === '' ? [] : path.split('/');
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'));
}

/** The last step of a path. */
export function leafName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}
