import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankClause, core, groupOf, groupView, isClause, operatorOf, operatorsOf, SPECIAL_SUBJECTS, subjectOf, withCore, withOperator } from '../../../web/app/pure/clause.js';

const field = (name, type, searched = false) => ({ name, type, searched });
const fields = [
  field('tier', 'keyword'),
  field('region', 'tree'),
  field('vip', 'boolean'),
  field('name', 'text', true),
  field('phone', 'phone', true),
  field('email', 'email', true),
  field('orders', 'number'),
  field('spend', 'money'),
  field('birthday', 'date'),
];
const schema = { field: (name) => fields.find((f) => f.name === name) };

test('every operator of every subject makes a clause that is recognised again', () => {
  for (const subject of [...fields.map((f) => f.name), ...SPECIAL_SUBJECTS]) {
    for (const operator of operatorsOf(subject, schema)) {
      const blank = blankClause(subject, operator);
      assert.ok(isClause(blank), `${subject} ${operator}`);
      assert.equal(subjectOf(blank, schema), subject);
      const usable = ['gte', 'gt', 'lte', 'lt'].includes(operator) ? withCore(blank, { [operator]: 1 }) : blank;
      assert.equal(operatorOf(usable), operator);
    }
  }
});

test('another operator keeps the values that still make sense', () => {
  const chosen = { field: 'tier', in: ['a'] };
  assert.deepEqual(withOperator(chosen, 'tier', 'notIn'), { not: chosen });
  assert.deepEqual(withOperator({ not: chosen }, 'tier', 'in'), chosen);
  assert.deepEqual(withOperator({ field: 'spend', gte: 5 }, 'spend', 'lt'), { field: 'spend', lt: 5 });
  assert.deepEqual(withOperator({ field: 'spend', gte: 5, lt: 9 }, 'spend', 'between'), { field: 'spend', gte: 5, lte: 9 });
  assert.deepEqual(withOperator({ field: 'birthday', gte: '2026-01-01' }, 'birthday', 'lastDays'), { field: 'birthday', gte: 'today-90d' });
  assert.deepEqual(withOperator(chosen, 'tier', 'missing'), { field: 'tier', exists: false });
});

test('values are changed inside a not', () => {
  assert.deepEqual(withCore({ not: { field: 'tier', in: [] } }, { in: ['a'] }), { not: { field: 'tier', in: ['a'] } });
  assert.deepEqual(withCore({ field: 'spend', gte: 1, lte: 2 }, { gte: undefined }), { field: 'spend', lte: 2 });
  assert.deepEqual(core({ not: { text: 'x' } }), { text: 'x' });
});

test('whatever is no single row is a group with pointers to its parts', () => {
  const range = { not: { field: 'spend', gte: 1 } };
  assert.equal(isClause(range), false);
  assert.deepEqual(groupView(range, '/all/0'), { kind: 'none', parts: [{ node: range.not, pointer: '/all/0/not' }] });
  const none = groupOf('none', [{ text: 'x' }]);
  assert.deepEqual(groupView(none, '').parts[0].pointer, '/not/any/0');
  assert.equal(isClause({ not: { not: { text: 'x' } } }), false);
  assert.deepEqual(groupView(groupOf('any', [{ text: 'x' }]), '/all/1').parts[0].pointer, '/all/1/any/0');
});
