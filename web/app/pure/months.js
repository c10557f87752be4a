/** Calendar months as `2026-03`. */

export function monthAfter(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/**
 * The last months up to the latest with something in it, those between that have nothing included.
 *
 * @param {{month: string, amount: number, orders: number}[]} months ascending, not empty
 * @param {number} most how many at most
 */
export function lastMonths(months, most) {
  const known = new Map(months.map((entry) => [entry.month, entry]));
  const all = [];
  for (let month = months[0].month; month <= months.at(-1).month; month = monthAfter(month)) {
    all.push(known.get(month) ?? { month, amount: 0, orders: 0 });
  }
  return all.slice(-most);
}
