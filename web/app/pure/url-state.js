/** Explore's state in the address: condition `c`, keyword text `q`, `sort`, `page`, edited `segment`. */
import { asAll, EVERYONE, isEveryone } from './condition.js';

/** @typedef {{condition: object, text: string, sort: ?{field: string, order: 'asc'|'desc'}, page: number, segment: string}} Question */

/** @type {Question} */
export const START = Object.freeze({ condition: EVERYONE, text: '', sort: null, page: 1, segment: '' });

/** Deeper than this the server does not page. */
const LAST_PAGE = 200;

function readPage(text) {
  return Math.min(LAST_PAGE, Math.max(1, Number.parseInt(text, 10) || 1));
}

function readCondition(json) {
  if (!json) return EVERYONE;
  try {
    const condition = JSON.parse(json);
    return condition && typeof condition === 'object' && !Array.isArray(condition) ? asAll(condition) : EVERYONE;
  } catch {
    return EVERYONE;
  }
}

export function readSort(text) {
  if (!text) return null;
  return text.startsWith('-') ? { field: text.slice(1), order: 'desc' } : { field: text, order: 'asc' };
}

export function writeSort(sort) {
  return sort ? `${sort.order === 'desc' ? '-' : ''}${sort.field}` : '';
}

/** @returns {Question} */
export function readQuestion(search) {
  const query = new URLSearchParams(search);
  return {
    condition: readCondition(query.get('c')),
    text: query.get('q') ?? '',
    sort: readSort(query.get('sort')),
    page: readPage(query.get('page')),
    segment: query.get('segment') ?? '',
  };
}

/** The address that shows a question. */
export function addressOf(question) {
  return `/${searchOf(question)}`;
}

/** What a question adds to an address; parts at their start value are left out. */
export function searchOf(question) {
  const { condition, text, sort, page, segment } = { ...START, ...question };
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (!isEveryone(condition)) query.set('c', JSON.stringify(condition));
  if (sort) query.set('sort', writeSort(sort));
  if (page > 1) query.set('page', String(page));
  if (segment) query.set('segment', segment);
  const search = query.toString();
  return search && `?${search}`;
}

/** What a click on a column head asks for: first one way, then the other, then no order of its own. */
export function nextSort(sort, field, first) {
  const second = first === 'asc' ? 'desc' : 'asc';
  if (sort?.field !== field) return { field, order: first };
  return sort.order === first ? { field, order: second } : null;
}
