import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf, asAll, EVERYONE, finished, isEveryone, removeAt, removePart, replaceAt, withText } from '../../../web/app/pure/condition.js';

const a = { field: 'a', in: ['1'] };
const b = { field: 'b', gte: 2 };
const tree = { all: [a, { any: [b, { not: a }] }] };

test('a clause alone becomes a condition with one part', () => {
  assert.deepEqual(asAll(a), { all: [a] });
  assert.deepEqual(asAll({ any: [a, b] }), { all: [{ any: [a, b] }] });
  assert.equal(asAll(null), EVERYONE);
  assert.ok(isEveryone(EVERYONE));
});

test('conditions narrow each other part by part', () => {
  assert.deepEqual(allOf({ all: [a] }, b), { all: [a, b] });
  assert.deepEqual(withText({ all: [a] }, ' 杭州 '), { all: [a, { text: '杭州' }] });
  assert.deepEqual(withText({ all: [a] }, '  '), { all: [a] });
  assert.deepEqual(removePart({ all: [a, b] }, 0), { all: [b] });
});

test('nodes are replaced and removed by pointer', () => {
  assert.deepEqual(replaceAt(tree, '/all/1/any/0', a), { all: [a, { any: [a, { not: a }] }] });
  assert.deepEqual(removeAt(tree, '/all/0'), { all: [tree.all[1]] });
});

test('removing the part of a not removes the not as well', () => {
  assert.deepEqual(removeAt(tree, '/all/1/any/1/not'), { all: [a, { any: [b] }] });
  assert.equal(removeAt({ not: a }, '/not'), EVERYONE);
});

test('editing leaves the original as it was', () => {
  const before = JSON.stringify(tree);
  removeAt(tree, '/all/0');
  assert.equal(JSON.stringify(tree), before);
});

test('unfinished clauses and empty groups are left out, and pointers follow', () => {
  const draft = { all: [{ field: 'a', in: [] }, { any: [{ text: ' ' }] }, { not: { any: [{ field: 'b' }, b] } }, a] };
  const { condition, pointers } = finished(draft);
  assert.deepEqual(condition, { all: [{ not: { any: [b] } }, a] });
  assert.equal(pointers.get('/all/2/not/any/1'), '/all/0/not/any/0');
  assert.equal(pointers.get('/all/3'), '/all/1');
  assert.equal(pointers.get(''), '');
  assert.equal(pointers.has('/all/0'), false);
});

test('a draft with nothing finished asks for everyone', () => {
  assert.deepEqual(finished({ any: [{ field: 'a', in: [] }] }).condition, EVERYONE);
});
