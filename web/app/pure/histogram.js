/**
 * Arithmetic of range histograms. Bucket i covers [edges[i], edges[i+1]); a brush goes from one edge
 * to another and is given as two indexes into the edges.
 */

/** Heights between 0 and 1; a bucket that is not empty is always visible. */
export function heights(counts) {
  const most = Math.max(1, ...counts);
  return counts.map((count) => (count === 0 ? 0 : Math.max(0.04, count / most)));
}

/** A day before an ISO date, as an ISO date. */
export function dayBefore(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export function dayAfter(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * The range a brush stands for; null when it covers everything. Days are bounded by the last day
 * within, as people say it; numbers by the first number outside, which is exact.
 */
export function rangeOf(edges, from, to, isDate) {
  const last = edges.length - 1;
  const range = {};
  if (from > 0) range.gte = edges[from];
  if (to < last) Object.assign(range, isDate ? { lte: dayBefore(edges[to]) } : { lt: edges[to] });
  return Object.keys(range).length ? range : null;
}

const lowerOf = (range) => range?.gte ?? range?.gt;
const upperOf = (range, isDate) => {
  if (range?.lt !== undefined) return range.lt;
  return isDate && range?.lte !== undefined && !isRelative(range.lte) ? dayAfter(range.lte) : range?.lte;
};

export function isRelative(bound) {
  return typeof bound === 'string' && bound.startsWith('today');
}

/**
 * Where the handles of the brush stand for a range: on an edge when the bound is one, else on the
 * edge just outside, so that every bucket touched is within. Relative dates leave a handle at its end.
 */
export function brushOf(edges, range, isDate) {
  const last = edges.length - 1;
  const low = lowerOf(range);
  const high = upperOf(range, isDate);
  const from = low === undefined || isRelative(low) ? 0 : edges.findLastIndex((edge) => edge <= low);
  const to = high === undefined || isRelative(high) ? last : edges.findIndex((edge) => edge >= high);
  return [Math.max(0, from), to < 0 ? last : to];
}

/** Which edge is nearest to a share (0 to 1) of the width. */
export function edgeAt(edges, share) {
  const last = edges.length - 1;
  return Math.min(last, Math.max(0, Math.round(share * last)));
}

/** Moves one handle with the keyboard; it never passes the other. */
export function moveHandle([from, to], handle, key, last) {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[key];
  const at = handle === 'from' ? from : to;
  const target = key === 'Home' ? 0 : key === 'End' ? last : step === undefined ? at : at + step;
  return handle === 'from'
    ? [Math.min(Math.max(0, target), to - 1), to]
    : [from, Math.max(Math.min(last, target), from + 1)];
}

/**
 * A bound as typed by hand, or undefined when it cannot be understood. Group separators are allowed.
 */
export function parseBound(text, isDate) {
  const trimmed = text.trim();
  if (isDate) {
    if (/^today([+-]\d+[dwmy])?$/.test(trimmed)) return trimmed;
    const valid = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) && !Number.isNaN(Date.parse(trimmed));
    return valid ? trimmed : undefined;
  }
  const plain = trimmed.replace(/[,，\s\u00a0]/g, '');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
