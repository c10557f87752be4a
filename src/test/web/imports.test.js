import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, constantsOf, moveTarget, partsOf, readingOf, ruleOf, targetsOf, withDates, withDecimalComma, withoutKeys, withoutTarget, withTarget, withValue } from '../../../web/app/pure/column-targets.js';
import { answered, isAsked, isIncomplete, isLacking, isReference } from '../../../web/app/pure/import-questions.js';
import { actionsOf, isOpen, isStarted, progressOf, shareOf, stepFor, stepsOf, units } from '../../../web/app/pure/import-steps.js';
import { continues, mayPass, nextPiece, waitBefore } from '../../../web/app/pure/upload-plan.js';
import { sourceOf, sourcesOf } from '../../../web/app/pure/origins.js';
import { fileSize } from '../../../web/app/pure/file-size.js';
import { chosenValue, fieldsOf, fuller, neighbour, usualChoice } from '../../../web/app/pure/pairs.js';

const CUSTOMERS = { nulls: 'NULL', id: { column: 'Nr', prefix: 'N-' }, fields: { name: 'Firma', region: { columns: ['Land', 'Ort'] }, customer_type: { constant: 'enterprise' } } };
const at = (rows, field) => ({ rows, field });

test('a mapping of one kind of rows reads like one of several', () => {
  assert.deepEqual(partsOf(CUSTOMERS), [{ rows: 'customers', id: CUSTOMERS.id, fields: CUSTOMERS.fields }]);
  assert.deepEqual(partsOf({ parts: [{ rows: 'purchases' }] }), [{ rows: 'purchases' }]);
  assert.deepEqual(partsOf(null), []);
});

test('a column is found in every form of a rule', () => {
  assert.deepEqual(columnsOf({ times: ['price', 'number'], less: 'discount' }), ['price', 'number', 'discount']);
  assert.deepEqual(targetsOf(CUSTOMERS, 'Nr'), [at('customers', 'id')]);
  assert.deepEqual(targetsOf(CUSTOMERS, 'Ort'), [at('customers', 'region')]);
  assert.deepEqual(targetsOf(CUSTOMERS, 'Fax'), []);
  assert.deepEqual(constantsOf(CUSTOMERS), [{ rows: 'customers', field: 'customer_type', constant: 'enterprise' }]);
});

test('a column is moved; trees take several columns, others the last one', () => {
  const moved = moveTarget(CUSTOMERS, 'Firma', at('customers', 'name'), at('customers', 'short_name'));
  assert.deepEqual(targetsOf(moved, 'Firma'), [at('customers', 'short_name')]);
  assert.equal(moved.nulls, 'NULL');
  assert.equal(moved.id, undefined);
  const longer = withTarget(CUSTOMERS, 'Viertel', at('customers', 'region'), { joined: true });
  assert.deepEqual(ruleOf(longer, at('customers', 'region')).columns, ['Land', 'Ort', 'Viertel']);
  const renamed = withTarget(CUSTOMERS, 'Name 2', at('customers', 'name'));
  assert.equal(partsOf(renamed)[0].fields.name, 'Name 2');
});

test('a column that is sent to a field is read as its values are written', () => {
  const dates = { content: { kind: 'dates', patterns: ['yyyyMMdd'] }, nulls: ['-'] };
  assert.deepEqual(readingOf(dates, 'date'), { nulls: ['-'], dates: 'yyyyMMdd' });
  assert.deepEqual(readingOf({ content: { kind: 'numbers', decimalComma: true } }, 'money'), { 'decimal-comma': true });
  assert.deepEqual(readingOf({ content: { kind: 'words' } }, 'tree'), { unlisted: 'find' });
  assert.deepEqual(readingOf({ content: { kind: 'words' } }, 'text'), {});
  const mapping = withTarget(CUSTOMERS, 'Seit', at('customers', 'customer_since'), { reading: { dates: 'd.M.yyyy' } });
  assert.deepEqual(ruleOf(mapping, at('customers', 'customer_since')), { column: 'Seit', dates: 'd.M.yyyy' });
});

test('a column taken away leaves what others say; rows keep an id', () => {
  const shorter = withoutTarget(CUSTOMERS, 'Land', at('customers', 'region'));
  assert.equal(partsOf(shorter)[0].fields.region, 'Ort');
  const numbered = withoutTarget(CUSTOMERS, 'Nr', at('customers', 'id'));
  assert.equal(partsOf(numbered)[0].id, '#row');
  assert.deepEqual(ruleOf(withTarget(CUSTOMERS, 'Key', at('customers', 'id')), at('customers', 'id')), { column: 'Key', prefix: 'N-' });
});

test('a target of another kind of rows begins a part of its own', () => {
  const both = withTarget(CUSTOMERS, 'Betrag', at('purchases', 'amount'));
  assert.deepEqual(partsOf(both).map(({ rows }) => rows), ['customers', 'purchases']);
  assert.deepEqual(targetsOf(both, 'Betrag'), [at('purchases', 'amount')]);
});

test('answers change how a column is read, and can be taken back', () => {
  const dated = withDates(CUSTOMERS, 'Firma', 'd/M/yyyy');
  assert.deepEqual(ruleOf(dated, at('customers', 'name')), { column: 'Firma', dates: 'd/M/yyyy' });
  const comma = withDecimalComma(CUSTOMERS, 'Firma', true);
  assert.equal(ruleOf(comma, at('customers', 'name'))['decimal-comma'], true);
  assert.equal(partsOf(withDecimalComma(comma, 'Firma', false))[0].fields.name, 'Firma');
  const region = at('customers', 'region');
  const known = withValue(CUSTOMERS, region, '深圳', '中国/广东/深圳');
  assert.deepEqual(ruleOf(known, region).values, { 深圳: '中国/广东/深圳' });
  assert.equal(ruleOf(withValue(known, region, '深圳', ''), region).values, undefined);
});

test('the order of days holds for all patterns of a column', () => {
  const two = { id: 'Nr', returns: [{ column: 'Art', is: 'R' }], fields: { time: { column: 'Am', dates: ['M/d/yyyy', 'M/d/yyyy HH:mm'] } } };
  assert.deepEqual(ruleOf(withDates(two, 'Am', 'd/M/yyyy'), at('customers', 'time')).dates, ['d/M/yyyy', 'd/M/yyyy HH:mm']);
  assert.deepEqual(partsOf(withDates(two, 'Am', 'd/M/yyyy'))[0].returns, two.returns);
});

test('answers to questions about what is missing fill the field that is missing', () => {
  const mapping = { rows: 'purchases', id: { column: '#row' }, fields: { amount: 'Betrag' } };
  const options = [{ value: 'Nr' }, { value: 'Am' }];
  const who = { kind: 'target', column: '', text: { en: 'who' }, options };
  const when = { kind: 'target', column: '', text: { en: 'when' }, options };
  const proposal = { mapping, questions: [who, when] };
  assert.deepEqual(targetsOf(answered(mapping, when, 'Am', proposal), 'Am'), [at('purchases', 'time')]);
  assert.deepEqual(targetsOf(answered(mapping, who, 'Nr', proposal), 'Nr'), [at('purchases', 'customer')]);
  assert.deepEqual(targetsOf(answered(mapping, { kind: 'id', column: '', options }, 'Nr', proposal), 'Nr'), [at('purchases', 'id')]);
});

test('which of two columns is meant is changed by the answer', () => {
  const mapping = { rows: 'purchases', id: 'Beleg', fields: { customer: { column: 'Nr', prefix: 'N-' } } };
  const question = { kind: 'target', column: 'Nr', options: [{ value: 'Nr' }, { value: 'Nr2' }] };
  const changed = answered(mapping, question, 'Nr2', { mapping, questions: [question] });
  assert.deepEqual(targetsOf(changed, 'Nr'), []);
  assert.deepEqual(targetsOf(changed, 'Nr2'), [at('purchases', 'customer')]);
  assert.equal(answered(mapping, question, 'Nr', { mapping, questions: [question] }).fields.customer.column, 'Nr');
});

test('what is missing is waited for until a column, or a joined file, has it', () => {
  const mapping = { rows: 'purchases', id: { column: '#row' }, fields: {} };
  const who = { kind: 'target', column: '', text: { en: 'who' }, options: [] };
  const when = { kind: 'target', column: '', text: { en: 'when' }, options: [] };
  const amount = { kind: 'target', column: '', text: { en: 'amount' }, options: [{ value: '#none' }] };
  const proposal = { mapping, questions: [who, when, amount] };
  assert.equal(isAsked(who), true);
  assert.equal(isLacking(when, mapping, proposal), true);
  assert.equal(isIncomplete(mapping, proposal), true);
  const whole = withTarget(withTarget(mapping, 'Am', at('purchases', 'time')), 'Nr', at('purchases', 'customer'));
  assert.equal(isLacking(when, whole, proposal), false);
  assert.equal(isLacking(amount, whole, proposal), true);
  assert.equal(isIncomplete(whole, proposal), false);
  assert.equal(answered(whole, amount, '#none', proposal), whole);
});

test('by what a file is joined is shown once', () => {
  const columns = [{ name: 'order' }, { name: 'orders.id' }, { name: 'orders.day' }];
  assert.deepEqual(withoutKeys({ lookups: [{ name: 'orders', key: 'id' }] }, columns), [columns[0], columns[2]]);
  assert.deepEqual(withoutKeys({}, columns), columns);
});

test('only questions with answers are waited for', () => {
  assert.equal(isAsked({ kind: 'unknown-values', options: [{ value: 'x' }] }), false);
  assert.equal(isAsked({ kind: 'id', options: [] }), false);
  assert.equal(isReference({ kind: 'target', column: '', options: [{ value: 'none' }, { value: 'customers' }] }), true);
});

test('the steps of an import follow its state', () => {
  const format = { kind: 'csv' };
  assert.deepEqual(stepsOf({ state: 'uploading' }), ['file']);
  assert.equal(stepFor({ state: 'ready', format }, 'run'), 'check');
  assert.equal(stepFor({ state: 'ready', format }, 'columns'), 'columns');
  assert.equal(stepFor({ state: 'checked', format }, null), 'check');
  assert.equal(stepFor({ state: 'done', format }, null), 'run');
  assert.equal(stepFor({ state: 'done', format }, 'file'), 'file');
  assert.equal(isOpen({ state: 'checked' }), true);
  assert.equal(isStarted({ state: 'failed', startedAt: null }), false);
});

test('what can be done with an import follows its state', () => {
  const done = actionsOf({ state: 'done', undoable: true, counts: { rejected: 2 } });
  assert.deepEqual(done, { pause: false, resume: false, cancel: false, undo: true, rejected: true, forget: true });
  assert.equal(actionsOf({ state: 'running' }).pause, true);
  assert.equal(actionsOf({ state: 'paused' }).resume, true);
  assert.equal(actionsOf({ state: 'undone', undoable: false }).undo, false);
});

test('progress and times left are said in few units', () => {
  assert.equal(shareOf({ done: 5, total: 10 }), 0.5);
  assert.equal(shareOf(null), 0);
  assert.deepEqual(progressOf({ progress: null, counts: { read: 40 }, rows: 100 }), { done: 40, total: 100 });
  assert.deepEqual(progressOf({ progress: { done: 5, total: 9 }, counts: { read: 40 }, rows: 100 }), { done: 5, total: 9 });
  assert.deepEqual(units(0.2), [['second', 1]]);
  assert.deepEqual(units(75), [['minute', 1], ['second', 20]]);
  assert.deepEqual(units(1500), [['minute', 25]]);
  assert.deepEqual(units(7300), [['hour', 2], ['minute', 2]]);
});

test('a file goes in pieces, and the waits between tries grow', () => {
  assert.deepEqual(nextPiece(0, 10, 4), [0, 4]);
  assert.deepEqual(nextPiece(8, 10, 4), [8, 10]);
  assert.equal(nextPiece(10, 10, 4), null);
  assert.deepEqual([1, 2, 3, 20].map(waitBefore), [500, 1000, 2000, 15_000]);
  assert.equal(mayPass({ status: 400 }), false);
  assert.equal(mayPass({ status: 0 }), true);
  assert.equal(continues({ name: 'a.csv', size: 3 }, { name: 'a.csv', size: 4 }), false);
  assert.deepEqual(fileSize(1536), [1.5, 'KB']);
  assert.deepEqual(fileSize(12), [12, 'B']);
});

const PAIR = { left: { id: 'a', fields: { name: '望舒', phone: ['1'] } }, right: { id: 'b', fields: { name: '望舒公司', phone: ['1', '2'], email: ['x@y.z'] } } };

test('the fields of a pair say how the sides differ', () => {
  const rows = fieldsOf(PAIR, ['name', 'phone', 'email', 'address']);
  assert.deepEqual(rows.map(({ field, state }) => [field, state]), [['name', 'differs'], ['phone', 'differs'], ['email', 'right']]);
  assert.equal(fuller(PAIR), 'right');
  assert.equal(usualChoice(rows[0], 'left', false), 'left');
  assert.equal(usualChoice(rows[1], 'left', true), 'both');
  assert.equal(usualChoice(rows[2], 'left', true), 'right');
  assert.deepEqual(chosenValue(rows[1], 'both'), ['1', '2']);
});

test('the next pair stays within the list', () => {
  const pairs = [{ id: 1 }, { id: 2 }];
  assert.equal(neighbour(pairs, 1, 1), 2);
  assert.equal(neighbour(pairs, 2, 1), 2);
  assert.equal(neighbour(pairs, undefined, 1), 1);
  assert.equal(neighbour([], 1, 1), undefined);
});

test('sources of values are told apart, the latest first', () => {
  assert.deepEqual(sourceOf('import:a:b.csv'), { kind: 'import', name: 'a:b.csv' });
  assert.deepEqual(sourceOf('sample'), { kind: 'sample', name: '' });
  const origins = { name: { source: 'sample', at: '2026-01-01' }, phone: { source: 'api:x', at: '2026-03-01' }, email: { source: 'sample', at: '2026-02-01' } };
  assert.deepEqual(sourcesOf(origins), [{ source: 'api:x', at: '2026-03-01' }, { source: 'sample', at: '2026-02-01' }]);
  assert.deepEqual(sourcesOf(undefined), []);
});
