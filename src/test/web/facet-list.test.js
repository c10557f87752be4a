import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ancestry, arrange, childrenOf, firstRows, inConfiguredOrder, leafName, rowsAt } from '../../../web/app/pure/facet-list.js';

const row = (value, count) => ({ value, count });

test('rows stay in place under the pointer and get new counts', () => {
  const shown = [row('a', 9), row('b', 5), row('c', 1)];
  const counted = [row('c', 7), row('a', 3), row('d', 2)];
  assert.deepEqual(arrange(shown, counted, true), [row('a', 3), row('b', 0), row('c', 7), row('d', 2)]);
});

test('away from the pointer rows are sorted anew and the list gets no shorter', () => {
  const shown = [row('a', 9), row('b', 5), row('c', 1)];
  assert.deepEqual(arrange(shown, [row('c', 7), row('a', 3)], false), [row('c', 7), row('a', 3), row('b', 0)]);
});

test('known values keep their configured order, counted or not', () => {
  const known = [{ value: 'high' }, { value: 'low' }];
  const rows = inConfiguredOrder(known, [row('odd', 1), row('low', 4)]);
  assert.deepEqual(rows.map((r) => [r.value, r.count]), [['high', 0], ['low', 4], ['odd', 1]]);
});

test('chosen values are shown even when they are far down', () => {
  const rows = ['a', 'b', 'c', 'd'].map((value) => row(value, 1));
  assert.deepEqual(firstRows(rows, 2, new Set(['d'])).map((r) => r.value), ['a', 'b', 'd']);
});

test('a tree shows one level at a time', () => {
  const rows = ['中国', '中国/浙江', '中国/浙江/杭州', '中国/江苏', '德国'].map((value) => row(value, 1));
  assert.deepEqual(childrenOf(rows, '').map((r) => r.value), ['中国', '德国']);
  assert.deepEqual(childrenOf(rows, '中国').map((r) => r.value), ['中国/浙江', '中国/江苏']);
  assert.deepEqual(ancestry('中国/浙江/杭州'), ['中国', '中国/浙江', '中国/浙江/杭州']);
  assert.deepEqual(ancestry(''), []);
  assert.equal(leafName('中国/浙江'), '浙江');
});

test('chosen nodes stay in sight wherever one is in the tree', () => {
  const rows = ['中国', '中国/浙江', '德国', '德国/柏林'].map((value) => ({ value, count: 1 }));
  const chosen = new Set(['中国/浙江', '德国']);
  assert.deepEqual(rowsAt(rows, '', chosen).map((r) => r.value), ['中国/浙江', '中国', '德国']);
  assert.deepEqual(rowsAt(rows, '中国', chosen).map((r) => r.value), ['德国', '中国/浙江']);
});
