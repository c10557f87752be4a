/**
 * The clause editor's view of a condition: a subject, an operator and values. The condition itself
 * stays plain JSON; these functions read it and write it.
 */

const RANGES = ['gte', 'gt', 'lte', 'lt'];
const WORDED = ['in', 'notIn', 'exists', 'missing'];
const OPERATORS = {
  keyword: WORDED,
  tree: WORDED,
  boolean: WORDED,
  text: ['contains', 'notContains', 'exists', 'missing'],
  phone: ['contains', 'notContains', 'exists', 'missing'],
  email: ['contains', 'notContains', 'in', 'notIn', 'exists', 'missing'],
  number: ['between', ...RANGES, 'exists', 'missing'],
  money: ['between', ...RANGES, 'exists', 'missing'],
  date: ['between', ...RANGES, 'lastDays', 'anniversary', 'exists', 'missing'],
  '@text': ['contains', 'notContains'],
  '@segment': ['within', 'outside'],
  '@bucket': ['sampled', 'notSampled'],
  '@purchase': ['did', 'didNot'],
  '@interaction': ['did', 'didNot'],
  '@feedback': ['did', 'didNot'],
};

/** Subjects that are no field begin with `@`. */
export const SPECIAL_SUBJECTS = ['@text', '@segment', '@bucket'];

/** Subjects that are kinds of activities. */
export const ACTIVITY_SUBJECTS = ['@purchase', '@interaction', '@feedback'];

/** Operators for a subject, the usual first. */
export function operatorsOf(subject, schema) {
  const field = schema.field(subject);
  const operators = OPERATORS[field ? field.type : subject] ?? ['exists', 'missing'];
  return field && !field.searched ? operators.filter((o) => !/contains/i.test(o)) : operators;
}

const NEGATIONS = { in: 'notIn', contains: 'notContains', within: 'outside', sampled: 'notSampled', did: 'didNot' };

/** The clause behind a `not`, if it is one. */
export function core(node) {
  return node.not ?? node;
}

/** Whether one row of the builder can show the node; everything else is a group. */
export function isClause(node) {
  if (node.all || node.any) return false;
  if (!node.not) return true;
  const negated = node.not;
  return !negated.all && !negated.any && !negated.not && positiveOperator(negated) in NEGATIONS;
}

/**
 * A group as the builder shows it: all, any or none of its parts.
 *
 * @returns {{kind: 'all'|'any'|'none', parts: {node: object, pointer: string}[]}}
 */
export function groupView(node, pointer) {
  const rows = (parts, base) => parts.map((part, i) => ({ node: part, pointer: `${base}/${i}` }));
  if (node.all) return { kind: 'all', parts: rows(node.all, `${pointer}/all`) };
  if (node.any) return { kind: 'any', parts: rows(node.any, `${pointer}/any`) };
  if (node.not.any) return { kind: 'none', parts: rows(node.not.any, `${pointer}/not/any`) };
  return { kind: 'none', parts: [{ node: node.not, pointer: `${pointer}/not` }] };
}

/** A group of the given kind with the parts. */
export function groupOf(kind, parts) {
  return kind === 'none' ? { not: { any: parts } } : { [kind]: parts };
}

export function subjectOf(node, schema) {
  const clause = core(node);
  if (clause.field !== undefined) return clause.field;
  if (clause.segment !== undefined) return '@segment';
  if (clause.bucket) return '@bucket';
  if (clause.did) return `@${clause.did}`;
  const [only, ...more] = clause.fields ?? [];
  return only && more.length === 0 && schema.field(only) ? only : '@text';
}

function positiveOperator(clause) {
  if (clause.did) return 'did';
  if (clause.in) return 'in';
  if (clause.text !== undefined) return 'contains';
  if (clause.segment !== undefined) return 'within';
  if (clause.bucket) return 'sampled';
  if (clause.exists !== undefined) return clause.exists ? 'exists' : 'missing';
  if (clause.anniversaryWithin !== undefined) return 'anniversary';
  const bounds = RANGES.filter((bound) => clause[bound] !== undefined);
  if (bounds.length !== 1) return 'between';
  return bounds[0] === 'gte' && /^today-\d+d$/.test(clause.gte) ? 'lastDays' : bounds[0];
}

/** The operator of a node that is a clause. */
export function operatorOf(node) {
  const operator = positiveOperator(core(node));
  return node.not ? NEGATIONS[operator] : operator;
}

/** A clause with no values yet. */
export function blankClause(subject, operator) {
  const negative = Object.entries(NEGATIONS).find(([, negation]) => negation === operator)?.[0];
  if (negative) return { not: blankClause(subject, negative) };
  switch (operator) {
    case 'in':
      return { field: subject, in: [] };
    case 'contains':
      return subject === '@text' ? { text: '' } : { text: '', fields: [subject] };
    case 'within':
      return { segment: '' };
    case 'sampled':
      return { bucket: { salt: 'sample', from: 0, to: 10 } };
    case 'did':
      return { did: subject.slice(1), lookback: '90d' };
    case 'exists':
    case 'missing':
      return { field: subject, exists: operator === 'exists' };
    case 'anniversary':
      return { field: subject, anniversaryWithin: '7d' };
    case 'lastDays':
      return { field: subject, gte: 'today-90d' };
    default:
      return { field: subject };
  }
}

const bound = (clause, kinds) => kinds.map((kind) => clause[kind]).find((value) => value !== undefined);

/** The same subject with another operator, keeping the values that still make sense. */
export function withOperator(node, subject, operator) {
  const blank = blankClause(subject, operator);
  if (core(node).did && core(blank).did) return blank.not ? { not: core(node) } : core(node);
  const from = core(node);
  const into = core(blank);
  const keep = (key) => from[key] !== undefined && into[key] !== undefined && !['exists', 'field'].includes(key);
  const kept = Object.fromEntries(Object.keys(into).filter(keep).map((key) => [key, from[key]]));
  if (RANGES.includes(operator)) kept[operator] = bound(from, RANGES);
  if (operator === 'between') {
    Object.assign(kept, { gte: bound(from, ['gte', 'gt']), lte: bound(from, ['lte', 'lt']) });
  }
  if (operator === 'lastDays') delete kept.gte;
  const defined = Object.fromEntries(Object.entries({ ...into, ...kept }).filter(([, v]) => v !== undefined));
  return blank.not ? { not: defined } : defined;
}

/** Changes what is inside a possible `not`. */
export function withCore(node, change) {
  const changed = Object.fromEntries(Object.entries({ ...core(node), ...change }).filter(([, v]) => v !== undefined));
  return node.not ? { not: changed } : changed;
}
