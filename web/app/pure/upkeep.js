/** Upkeep without a screen: the address's choices, groups in order, and the table as CSV. */
import { allOf } from './condition.js';

/** @typedef {{olderThan: number, below: number, by: string}} Choice */

export const DAYS = [30, 90, 180, 365, 730];
export const PERCENTS = [40, 50, 60, 70, 80, 90, 100];

/** @returns {Choice} */
export function readChoice(search) {
  const query = new URLSearchParams(search);
  const whole = (name, least, most, usual) => {
    const value = Number(query.get(name));
    return query.has(name) && Number.isInteger(value) && value >= least && value <= most ? value : usual;
  };
  return { olderThan: whole('olderThan', 1, 36500, 365), below: whole('below', 1, 100, 80), by: query.get('by') ?? '' };
}

/** What the server is asked, and what stands in the address. */
export function writeChoice({ olderThan, below, by }) {
  const query = new URLSearchParams({ olderThan, below });
  if (by) query.set('by', by);
  return query.toString();
}

/** Those with most to do first. */
export function byWork(groups) {
  return groups.toSorted((a, b) => b.stale - a.stale || b.incomplete - a.incomplete || b.customers - a.customers);
}

/** The customers of a group, or those of them that satisfy a condition. */
export function groupCondition(field, value, condition = { all: [] }) {
  return allOf(value === null ? { field, exists: false } : { field, in: [value] }, condition);
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function toCsv(rows) {
  const cell = (value) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
