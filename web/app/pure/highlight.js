/**
 * Cuts a text into stretches that were found and stretches that were not.
 *
 * @param {string} text
 * @param {{start: number, end: number}[]} marks UTF-16 offsets, in any order, may overlap
 * @returns {{text: string, hit: boolean}[]}
 */
export function stretches(text, marks = []) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const result = [];
  let at = 0;
  for (const { start, end } of sorted) {
    const from = Math.max(at, start);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) result.push({ text: text.slice(at, from), hit: false });
    result.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) result.push({ text: text.slice(at), hit: false });
  return result;
}
