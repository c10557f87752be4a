/**
 * A column mapping as the screens read and change it: which column goes to which fields, and how its
 * values are read. A mapping is never changed in place. A *target* is `{rows, field}`; the id of a
 * part is its field `id`.
 */

/** @typedef {{rows: string, field: string}} Target */

/** What belongs to a part; the rest of a mapping holds for the whole table. */
const OF_PART = new Set(['rows', 'id', 'fields', 'repeated-ids', 'when', 'skip', 'returns']);
const pick = (mapping, wanted) => Object.fromEntries(Object.entries(mapping).filter(([key]) => wanted(key)));

/** The parts of a mapping: what each makes of a row. */
export function partsOf(mapping) {
  if (!mapping) return [];
  return mapping.parts ?? [{ rows: 'customers', fields: {}, ...pick(mapping, (key) => OF_PART.has(key)) }];
}

function withParts(mapping, parts) {
  return { ...pick(mapping, (key) => !OF_PART.has(key)), parts };
}

/** The columns that a field or an id is made from. */
export function columnsOf(rule) {
  if (typeof rule === 'string') return [rule];
  if (!rule) return [];
  return [rule.column, ...(rule.columns ?? []), ...(rule.times ?? []), rule.less].filter((column) => column !== undefined);
}

const rulesOf = (part) => [['id', part.id], ...Object.entries(part.fields ?? {})];

/** @returns {Target[]} where a column goes */
export function targetsOf(mapping, column) {
  return partsOf(mapping).flatMap((part) =>
    rulesOf(part)
      .filter(([, rule]) => columnsOf(rule).includes(column))
      .map(([field]) => ({ rows: part.rows, field })),
  );
}

/** Fields that are the same for every row, and those that no column of the table fills. */
export function constantsOf(mapping) {
  return partsOf(mapping).flatMap(({ rows, fields = {} }) =>
    Object.entries(fields)
      .filter(([, rule]) => rule?.constant !== undefined)
      .map(([field, { constant }]) => ({ rows, field, constant })),
  );
}

/** Columns without those that only repeat by what another file is joined. */
export function withoutKeys({ lookups = [] }, columns) {
  const keys = new Set(lookups.map(({ name, key }) => `${name}.${key}`));
  return columns.filter(({ name }) => !keys.has(name));
}

export const sameTarget = (a, b) => a?.rows === b?.rows && a?.field === b?.field;

/** How a field is read, always as an object. */
export function ruleOf(mapping, { rows, field }) {
  const part = partsOf(mapping).find((one) => one.rows === rows);
  const rule = field === 'id' ? part?.id : part?.fields?.[field];
  return typeof rule === 'string' ? { column: rule } : rule;
}

/** As short as it can be said: a rule that is a column only is the column's name. */
function brief(rule) {
  return rule && Object.keys(rule).length === 1 && rule.column !== undefined ? rule.column : rule;
}

function replaceRule(mapping, { rows, field }, rule) {
  const parts = partsOf(mapping).map((part) => {
    if (part.rows !== rows) return part;
    if (field === 'id') return { ...part, id: brief(rule) };
    const { [field]: _old, ...others } = part.fields ?? {};
    if (rule === undefined) return { ...part, fields: others };
    return { ...part, fields: field in (part.fields ?? {}) ? { ...part.fields, [field]: brief(rule) } : { ...others, [field]: brief(rule) } };
  });
  return withParts(mapping, parts);
}

/** What is left of a rule when a column no longer takes part; undefined when nothing is. */
function without(rule, column) {
  if (rule.column === column) return undefined;
  const { columns, times, less, ...rest } = rule;
  if (times) return times.includes(column) && times.length === 1 ? undefined : { ...rest, times: times.filter((one) => one !== column), ...(less && less !== column ? { less } : {}) };
  const left = (columns ?? []).filter((one) => one !== column);
  if (left.length === 0) return columns ? undefined : rule;
  return left.length === 1 ? { ...rest, column: left[0] } : { ...rest, columns: left };
}

/** Takes a column away from a field. Rows keep an id: without a column it is the row's number. */
export function withoutTarget(mapping, column, target) {
  const rule = ruleOf(mapping, target);
  if (!rule) return mapping;
  const left = without(rule, column);
  return replaceRule(mapping, target, left ?? (target.field === 'id' ? { column: '#row' } : undefined));
}

function withPart(mapping, rows) {
  const parts = partsOf(mapping);
  if (parts.some((part) => part.rows === rows)) return mapping;
  const part = { rows, id: { column: '#row' }, fields: {} };
  return withParts(mapping, rows === 'customers' ? [part, ...parts] : [...parts, part]);
}

/**
 * Lets a column fill a field. A field that takes several columns (`joined`: trees, texts, several
 * values) gets it in addition; any other field leaves its former column, and `reading` says how the
 * values of the new one are read.
 */
export function withTarget(mapping, column, target, { joined = false, reading = {} } = {}) {
  const ready = withPart(mapping, target.rows);
  const rule = ruleOf(ready, target);
  const before = rule ? columnsOf(rule).filter((one) => one !== '#row') : [];
  if (before.includes(column)) return ready;
  if (joined && before.length && !rule.times) {
    const { column: _one, columns: _more, ...rest } = rule;
    return replaceRule(ready, target, { ...rest, columns: [...before, column] });
  }
  return replaceRule(ready, target, target.field === 'id' ? { column, ...(rule?.prefix ? { prefix: rule.prefix } : {}) } : { column, ...reading });
}

/** Sends a column elsewhere, or nowhere. */
export function moveTarget(mapping, column, from, to, how) {
  const freed = from ? withoutTarget(mapping, column, from) : mapping;
  return to ? withTarget(freed, column, to, how) : freed;
}

/** How the values of a column are read as those of a type of field, by what is known of the column. */
export function readingOf({ content = {}, nulls = [] }, type) {
  const reading = nulls.length ? { nulls } : {};
  if (type === 'date' && content.kind === 'dates') return { ...reading, dates: content.patterns.length === 1 ? content.patterns[0] : content.patterns };
  if ((type === 'number' || type === 'money') && content.decimalComma) return { ...reading, 'decimal-comma': true };
  return type === 'tree' || type === 'keyword' ? { ...reading, unlisted: 'find' } : reading;
}

function changed(mapping, column, change) {
  return targetsOf(mapping, column).reduce((result, target) => replaceRule(result, target, change(ruleOf(result, target), target)), mapping);
}

const swapped = (pattern) => pattern.replace(/[dM]/g, (letter) => (letter === 'd' ? 'M' : 'd'));
const isMonthFirst = (pattern) => pattern.indexOf('M') < pattern.indexOf('d');

/** Reads the days of a column in the order of a pattern; further patterns follow it. */
export function withDates(mapping, column, pattern) {
  const ordered = (one) => (isMonthFirst(one) === isMonthFirst(pattern) ? one : swapped(one));
  return changed(mapping, column, (rule) => {
    const dates = [...new Set([pattern, ...[rule.dates ?? []].flat().map(ordered)])];
    return { ...rule, dates: dates.length === 1 ? dates[0] : dates };
  });
}

/** Reads the numbers of a column as 1.234,56, or as 1,234.56. */
export function withDecimalComma(mapping, column, comma) {
  return changed(mapping, column, ({ 'decimal-comma': _old, ...rule }) => (comma ? { ...rule, 'decimal-comma': true } : rule));
}

/** Puts a known value in the place of a text; an empty one takes the replacement back. */
export function withValue(mapping, target, text, value) {
  const { values = {}, ...rule } = ruleOf(mapping, target);
  const { [text]: _old, ...others } = values;
  const next = value ? { ...others, [text]: value } : others;
  return replaceRule(mapping, target, Object.keys(next).length ? { ...rule, values: next } : rule);
}
