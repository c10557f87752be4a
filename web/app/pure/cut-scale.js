/**
 * The axis of a histogram whose buckets are drawn equally wide whatever they span: a value has its
 * place within its bucket, and a place gives a round value back. Edges are ascending numbers.
 */

const KEY_STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };

/** Where a value stands on the axis, from 0 to 1; values beyond an end stand at that end. */
export function placeOf(edges, value) {
  const last = edges.length - 1;
  if (value <= edges[0]) return 0;
  if (value >= edges[last]) return 1;
  const bucket = edges.findLastIndex((edge) => edge <= value);
  const within = (value - edges[bucket]) / (edges[bucket + 1] - edges[bucket]);
  return (bucket + within) / last;
}

/** By how much a cut point moves at a place: a round number, about a tenth of the bucket. */
export function stepAt(edges, place, decimals = 0) {
  const bucket = Math.min(edges.length - 2, Math.max(0, Math.floor(place * (edges.length - 1))));
  const tenth = (edges[bucket + 1] - edges[bucket]) / 10;
  return Math.max(10 ** -decimals, 10 ** Math.floor(Math.log10(tenth)));
}

/** The round value at a place on the axis. */
export function valueAt(edges, place, decimals = 0) {
  const last = edges.length - 1;
  const at = Math.min(1, Math.max(0, place)) * last;
  const bucket = Math.min(last - 1, Math.floor(at));
  const raw = edges[bucket] + (at - bucket) * (edges[bucket + 1] - edges[bucket]);
  const step = stepAt(edges, place, decimals);
  return Number((Math.round(raw / step) * step).toFixed(decimals));
}

/** The value kept above its lower and below its upper neighbour. */
export function between(value, lower, upper, step) {
  const atLeast = lower === undefined ? -Infinity : lower + step;
  const atMost = upper === undefined ? Infinity : upper - step;
  return Math.min(Math.max(value, atLeast), Math.max(atLeast, atMost));
}

/** Where a key moves a cut point to; undefined when the key is not for it. */
export function keyedValue(edges, value, key, decimals = 0) {
  if (key === 'Home') return edges[0];
  if (key === 'End') return edges.at(-1);
  const steps = KEY_STEPS[key];
  if (steps === undefined) return undefined;
  const step = stepAt(edges, placeOf(edges, value) - (steps < 0 ? 1e-9 : 0), decimals);
  return Number((Math.round(value / step + steps) * step).toFixed(decimals));
}

/** A value below which about the given share of the counted customers lies: an edge of a bucket. */
export function edgeAtShare(edges, counts, share) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let i = 0; i < counts.length; i += 1) {
    seen += counts[i];
    if (seen >= total * share) return edges[i + 1];
  }
  return edges.at(-1);
}

/**
 * On which of two lines the labels of cut points stand, so that neighbours do not cover each other.
 *
 * @param {number[]} places ascending, from 0 to 1
 * @param {number} width of a label, as a share of the axis
 */
export function labelLines(places, width) {
  const ends = [-Infinity, -Infinity];
  return places.map((place) => {
    const line = place - ends[0] >= width || ends[0] <= ends[1] ? 0 : 1;
    ends[line] = place;
    return line;
  });
}
