/** Questions about a table: which of them wait for an answer, and what an answer changes in the mapping. */
import { columnsOf, moveTarget, partsOf, ruleOf, targetsOf, withDates, withDecimalComma, withTarget } from './column-targets.js';

const NEEDED = ['customer', 'time', 'amount'];
const isAboutTable = ({ kind, column }) => kind === 'target' && !column;

/** Whether it is asked what the whole table is, and it may be nothing to import. */
export const isReference = (question) => isAboutTable(question) && question.options[0]?.value === 'none';

/** Whether something is asked that no column says; another file may. */
export const isMissing = (question) => isAboutTable(question) && !isReference(question);

/** Whether an answer is waited for; unknown values are mapped one by one elsewhere. */
export const isAsked = (question) => isMissing(question) || (question.kind !== 'unknown-values' && question.options.length > 0);

const activities = (mapping) => partsOf(mapping).find(({ rows }) => rows !== 'customers');

/** The target that a question about a missing or doubtful column is about. */
function targetOf(question, { mapping, questions }) {
  const part = activities(mapping);
  if (!part) return undefined;
  if (question.column) return { rows: part.rows, field: 'customer' };
  const missing = NEEDED.filter((field) => !part.fields?.[field]);
  const asked = questions.filter((one) => isAboutTable(one) && !isReference(one));
  const field = missing[asked.indexOf(question)];
  return field && { rows: part.rows, field };
}

/** Whether what is missing is missing still. */
export function isLacking(question, mapping, proposal) {
  const target = isMissing(question) && targetOf(question, proposal);
  return Boolean(target) && columnsOf(ruleOf(mapping, target)).length === 0;
}

/** Whether rows cannot be made of the table as long as something is missing; they can be without an amount. */
export const isIncomplete = (mapping, proposal) =>
  proposal.questions.some((question) => isLacking(question, mapping, proposal) && targetOf(question, proposal).field !== 'amount');

/** The rows whose id is asked for: those that have none yet, else the customers. */
function rowsWithoutId(mapping) {
  const parts = partsOf(mapping);
  const numbered = parts.find(({ id }) => id === '#row' || id?.column === '#row');
  return (numbered ?? parts[0]).rows;
}

function withColumn(mapping, question, value, proposal) {
  const target = targetOf(question, proposal);
  if (!target) return mapping;
  const [held] = question.column ? [question.column] : [];
  const freed = held && held !== value ? moveTarget(mapping, held, target, null) : mapping;
  return withTarget(freed, value, target);
}

/** The mapping as an answer wants it. */
export function answered(mapping, question, value, proposal) {
  switch (question.kind) {
    case 'date-order':
      return withDates(mapping, question.column, value);
    case 'decimal-mark':
      return withDecimalComma(mapping, question.column, value === 'comma');
    case 'id':
      return withTarget(mapping, value, { rows: targetsOf(mapping, value)[0]?.rows ?? rowsWithoutId(mapping), field: 'id' });
    case 'target':
      return isReference(question) || value === '#none' ? mapping : withColumn(mapping, question, value, proposal);
    default:
      return mapping;
  }
}
