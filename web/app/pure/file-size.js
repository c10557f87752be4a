/** Sizes of files as people say them. */

const STEPS = [
  ['GB', 1024 ** 3],
  ['MB', 1024 ** 2],
  ['KB', 1024],
];

/** @returns {[number, string]} an amount with at most one decimal below ten, and its unit */
export function fileSize(bytes) {
  const [unit, size] = STEPS.find(([, least]) => bytes >= least) ?? ['B', 1];
  const amount = bytes / size;
  return [unit === 'B' || amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10, unit];
}
