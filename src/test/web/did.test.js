import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankClause, isClause, operatorOf, subjectOf, withOperator } from '../../../web/app/pure/clause.js';
import { finished } from '../../../web/app/pure/condition.js';
import { blankPart, boundOf, isFinished, measureOf, whereParts, withBound, withLookback, withMeasure, withOf, withWhere } from '../../../web/app/pure/did.js';
import { Schema } from '../../../web/app/pure/schema.js';

const SCHEMA = new Schema({ title: 'name', fields: [{ name: 'name', type: 'text' }] });
const OFTEN = { did: 'purchase', where: { field: 'category', in: ['Bikes'] }, count: { gte: 3 }, lookback: '90d' };

test('a condition on activities is one clause with its kind as subject', () => {
  assert.equal(subjectOf(OFTEN, SCHEMA), '@purchase');
  assert.equal(operatorOf(OFTEN), 'did');
  assert.equal(operatorOf({ not: OFTEN }), 'didNot');
  assert.ok(isClause({ not: OFTEN }));
  assert.deepEqual(blankClause('@feedback', 'didNot'), { not: { did: 'feedback', lookback: '90d' } });
});

test('negation keeps all that the clause says', () => {
  assert.deepEqual(withOperator(OFTEN, '@purchase', 'didNot'), { not: OFTEN });
  assert.deepEqual(withOperator({ not: OFTEN }, '@purchase', 'did'), OFTEN);
});

test('another measure keeps where and lookback', () => {
  assert.equal(measureOf(OFTEN), 'count');
  const summed = withMeasure(OFTEN, 'sum', ['amount', 'quantity']);
  assert.deepEqual(summed, { did: 'purchase', where: OFTEN.where, sum: { of: 'amount', gte: 1000 }, lookback: '90d' });
  assert.deepEqual(withBound(summed, 'sum', 'lt', 5).sum, { of: 'amount', lt: 5 });
  assert.equal(withOf(summed, 'sum', 'quantity').sum.of, 'quantity');
  assert.deepEqual(boundOf(summed, 'sum'), { kind: 'gte', value: 1000 });
  assert.deepEqual(withMeasure(OFTEN, 'any'), { did: 'purchase', where: OFTEN.where, lookback: '90d' });
  assert.equal(withLookback(OFTEN, '').lookback, undefined);
});

test('where is a list of parts; what is more than that is left alone', () => {
  assert.deepEqual(whereParts(OFTEN.where), [OFTEN.where]);
  assert.deepEqual(whereParts(undefined), []);
  assert.equal(whereParts({ any: [OFTEN.where] }), undefined);
  const open = { field: 'open', in: ['true'] };
  const both = withWhere(OFTEN, [OFTEN.where, open]);
  assert.deepEqual(both.where, { all: [OFTEN.where, open] });
  assert.equal(withWhere(OFTEN, []).where, undefined);
});

test('an unfinished part keeps the clause from being asked', () => {
  assert.ok(isFinished(OFTEN));
  assert.ok(isFinished({ did: 'purchase' }));
  const unfinished = withWhere(OFTEN, [blankPart({ name: 'category', type: 'keyword' })]);
  assert.ok(!isFinished(unfinished));
  assert.deepEqual(finished({ all: [unfinished, { did: 'feedback' }] }).condition, { all: [{ did: 'feedback' }] });
  assert.ok(!isFinished(withWhere(OFTEN, [blankPart({ name: 'text', type: 'text' })])));
  assert.ok(!isFinished(withWhere(OFTEN, [blankPart({ name: 'amount', type: 'number' })])));
});
