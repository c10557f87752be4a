import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, edgeAtShare, keyedValue, labelLines, placeOf, stepAt, valueAt } from '../../../web/app/pure/cut-scale.js';
import { gradesSeen, arrivals, stabilityWord, stepOf, table } from '../../../web/app/pure/moves.js';
import { gradable, startOf, usualKind } from '../../../web/app/pure/rule-defaults.js';
import { asksForSum, cutsOf, methodsOf, sameDefinition, shifted, toDay, toNumber, withBand, withCut, withMethod, withoutBand } from '../../../web/app/pure/rule-shapes.js';
import { Schema } from '../../../web/app/pure/schema.js';
import { lastMonths } from '../../../web/app/pure/months.js';
import { mixed } from '../../../web/app/pure/charts.js';

const EDGES = [0, 1000, 2000, 5000, 10_000];
const BANDS = [{ grade: 'low' }, { grade: 'middle', from: 1000 }, { grade: 'high', from: 5000 }];

test('a value stands within its bucket, and its place gives it back', () => {
  assert.equal(placeOf(EDGES, 0), 0);
  assert.equal(placeOf(EDGES, 99_999), 1);
  assert.equal(placeOf(EDGES, 3500), 0.625);
  for (const value of [0, 300, 1000, 1700, 3500, 8500, 10_000]) assert.equal(valueAt(EDGES, placeOf(EDGES, value)), value);
});

test('steps are round and about a tenth of the bucket', () => {
  assert.equal(stepAt(EDGES, 0.1), 100);
  assert.equal(stepAt(EDGES, 0.9), 100);
  assert.equal(stepAt([0, 3, 6], 0.1), 1);
  assert.equal(stepAt([0, 3, 6], 0.1, 2), 0.1);
});

test('keys move a cut point by steps and to the ends', () => {
  assert.equal(keyedValue(EDGES, 3500, 'ArrowRight'), 3600);
  assert.equal(keyedValue(EDGES, 3500, 'ArrowLeft'), 3400);
  assert.equal(keyedValue(EDGES, 3500, 'PageUp'), 4500);
  assert.equal(keyedValue(EDGES, 3500, 'End'), 10_000);
  assert.equal(keyedValue(EDGES, 3500, 'x'), undefined);
});

test('a cut point never passes its neighbours', () => {
  assert.equal(between(900, 1000, 5000, 100), 1100);
  assert.equal(between(6000, 1000, 5000, 100), 4900);
  assert.equal(between(6000, 1000, undefined, 100), 6000);
});

test('labels that would cover each other stand on two lines', () => {
  assert.deepEqual(labelLines([0.1, 0.15, 0.5], 0.12), [0, 1, 0]);
  assert.deepEqual(labelLines([0.1, 0.4], 0.12), [0, 0]);
});

test('an edge has about a share of the customers below it', () => {
  assert.equal(edgeAtShare(EDGES, [10, 10, 10, 10], 0.5), 2000);
  assert.equal(edgeAtShare(EDGES, [0, 0, 0, 4], 0.1), 10_000);
});

test('bands change by their bounds; the lowest has none', () => {
  assert.deepEqual(cutsOf(BANDS), [1000, 5000]);
  assert.equal(withCut(BANDS, 1, 7000)[2].from, 7000);
  assert.deepEqual(withoutBand(BANDS, 0), [{ grade: 'middle' }, { grade: 'high', from: 5000 }]);
  assert.deepEqual(withBand(BANDS.slice(0, 2), ['high', 'middle', 'low']).at(-1), { grade: 'high', from: 2000 });
  assert.deepEqual(shifted(['a', 'b'], 0, 1), ['b', 'a']);
  assert.deepEqual(shifted(['a', 'b'], 1, 1), ['a', 'b']);
});

test('definitions are the same however their keys are ordered', () => {
  assert.ok(sameDefinition({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }));
  assert.ok(!sameDefinition({ a: [1, 2] }, { a: [2, 1] }));
});

test('an RFM rule has a method for each dimension, and fixed cut points begin with those found', () => {
  const rule = { kind: 'rfm', method: 'type7', segments: [] };
  assert.deepEqual(methodsOf(rule), { recency: 'type7', frequency: 'type7', monetary: 'type7' });
  const fixed = withMethod(rule, 'frequency', 'fixed', { frequency: [1, 2] });
  assert.deepEqual(fixed.cuts, { frequency: [1, 2] });
  assert.equal(fixed.method.frequency, 'fixed');
  assert.equal(withMethod(fixed, 'frequency', 'qcut').cuts, undefined);
  assert.ok(asksForSum({ scores: 5, segments: [{ sum: [9, 15] }] }));
  assert.ok(!asksForSum({ scores: 5, segments: [{ sum: [3, 15] }, {}] }));
});

test('dates are days since 1970 and back', () => {
  assert.equal(toNumber('1970-01-11'), 10);
  assert.equal(toDay(toNumber('2026-11-22')), '2026-11-22');
  assert.equal(toNumber(12.5), 12.5);
});

test('moves stand in a table with all rows and columns that somebody is in', () => {
  const matrix = [
    { from: 'high', to: 'low', customers: 2 },
    { from: null, to: 'low', customers: 3 },
    { from: 'low', to: 'low', customers: 5 },
  ];
  const grades = gradesSeen(matrix, ['high', 'middle', 'low']);
  assert.deepEqual(grades, ['high', 'low', null]);
  const rows = table(matrix, grades);
  assert.deepEqual(rows.map((row) => row.customers), [2, 5, 3]);
  assert.deepEqual(arrivals(rows, grades), [0, 10, 0]);
  assert.equal(rows[0].cells[1].customers, 2);
});

test('grades have their place on the colour scale; no grade has none', () => {
  assert.equal(stepOf('b', ['a', 'b', 'c']), 0.5);
  assert.equal(stepOf(null, ['a']), undefined);
  assert.equal(mixed('#000000', '#ffffff', 0.5), '#808080');
});

test('stability has the usual bounds', () => {
  assert.deepEqual([0, 0.099, 0.1, 0.249, 0.25].map(stabilityWord), ['stable', 'stable', 'shifting', 'shifting', 'shifted']);
});

test('months without an order are there, too', () => {
  const months = [{ month: '2025-11', amount: 1, orders: 1 }, { month: '2026-02', amount: 2, orders: 1 }];
  assert.deepEqual(lastMonths(months, 24).map(({ month, amount }) => [month, amount]), [['2025-11', 1], ['2025-12', 0], ['2026-01', 0], ['2026-02', 2]]);
  assert.equal(lastMonths(months, 2)[0].month, '2026-01');
});

const value = (name) => ({ value: name, label: { en: name, zh: name } });
const SCHEMA = new Schema({
  title: 'name',
  fields: [
    { name: 'tier', type: 'keyword', facet: true, values: ['high', 'middle', 'low'].map(value) },
    { name: 'life', type: 'keyword', facet: true, values: ['prospect', 'new', 'active', 'at_risk', 'churned'].map(value) },
    { name: 'tags', type: 'keyword', facet: true, multi: true, values: ['a', 'b'].map(value) },
    { name: 'orders', type: 'number', facet: true, decimals: 0 },
    { name: 'spend', type: 'money', facet: true, decimals: 2, currency: 'CNY' },
    { name: 'last_purchase', type: 'date', facet: true },
  ],
});

test('facets with grades and one value can be graded, each in its usual way', () => {
  assert.deepEqual(gradable(SCHEMA).map(({ name }) => name), ['tier', 'life']);
  assert.equal(usualKind(SCHEMA.field('tier')), 'bands');
  assert.equal(usualKind(SCHEMA.field('life')), 'lifecycle');
});

test('a new rule begins with something sensible for every kind', () => {
  const facet = SCHEMA.field('tier');
  const bands = startOf('bands', facet, SCHEMA, { edges: EDGES, counts: [10, 10, 10, 0] });
  assert.deepEqual(bands.bands, [{ grade: 'low' }, { grade: 'middle', from: 1000 }, { grade: 'high', from: 2000 }]);
  assert.equal(bands.field, 'spend');
  assert.deepEqual(startOf('abc', facet, SCHEMA).grades, [{ grade: 'high', upTo: 0.8 }, { grade: 'middle', upTo: 0.95 }, { grade: 'low' }]);
  assert.deepEqual(startOf('lifecycle', SCHEMA.field('life'), SCHEMA).grades.atRisk, 'at_risk');
  assert.equal(startOf('rfm', facet, SCHEMA).recency, 'last_purchase');
  assert.equal(startOf('score', facet, SCHEMA).parts.length, 2);
  assert.equal(startOf('mapping', facet, SCHEMA).groups.length, 2);
});
