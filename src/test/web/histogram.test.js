import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brushOf, dayAfter, dayBefore, edgeAt, heights, moveHandle, parseBound, rangeOf } from '../../../web/app/pure/histogram.js';

const edges = [0, 100, 500, 1000];
const days = ['2026-01-01', '2026-02-01', '2026-03-01'];

test('a brush over everything is no range', () => {
  assert.equal(rangeOf(edges, 0, 3, false), null);
  assert.deepEqual(rangeOf(edges, 1, 3, false), { gte: 100 });
  assert.deepEqual(rangeOf(edges, 0, 2, false), { lt: 500 });
});

test('a brush over days ends on the last day within', () => {
  assert.deepEqual(rangeOf(days, 0, 1, true), { lte: '2026-01-31' });
  assert.deepEqual(brushOf(days, { lte: '2026-01-31' }, true), [0, 1]);
  assert.equal(dayBefore('2024-03-01'), '2024-02-29');
  assert.equal(dayAfter('2025-12-31'), '2026-01-01');
});

test('every brush is read back from its range', () => {
  for (let from = 0; from < 3; from += 1) {
    for (let to = from + 1; to <= 3; to += 1) {
      assert.deepEqual(brushOf(edges, rangeOf(edges, from, to, false), false), [from, to]);
    }
  }
});

test('a range between edges includes every bucket it touches', () => {
  assert.deepEqual(brushOf(edges, { gte: 150, lt: 600 }, false), [1, 3]);
  assert.deepEqual(brushOf(edges, { gte: -5, lte: 5000 }, false), [0, 3]);
  assert.deepEqual(brushOf(days, { gte: 'today-90d' }, true), [0, 2]);
});

test('handles move by the keyboard and never cross', () => {
  assert.deepEqual(moveHandle([0, 2], 'from', 'ArrowRight', 3), [1, 2]);
  assert.deepEqual(moveHandle([1, 2], 'from', 'ArrowRight', 3), [1, 2]);
  assert.deepEqual(moveHandle([0, 2], 'to', 'End', 3), [0, 3]);
  assert.deepEqual(moveHandle([0, 2], 'to', 'Home', 3), [0, 1]);
  assert.deepEqual(moveHandle([0, 2], 'to', 'x', 3), [0, 2]);
});

test('the nearest edge is found from a share of the width', () => {
  assert.equal(edgeAt(edges, 0.4), 1);
  assert.equal(edgeAt(edges, -1), 0);
  assert.equal(edgeAt(edges, 2), 3);
});

test('a bucket with one customer among millions is still visible', () => {
  assert.deepEqual(heights([0, 1, 1_000_000]), [0, 0.04, 1]);
  assert.deepEqual(heights([0, 0]), [0, 0]);
});

test('bounds are understood as people type them', () => {
  assert.equal(parseBound(' 10,000.5 ', false), 10000.5);
  assert.equal(parseBound('１', false), undefined);
  assert.equal(parseBound('a lot', false), undefined);
  assert.equal(parseBound('2026-02-03', true), '2026-02-03');
  assert.equal(parseBound('2026-13-03', true), undefined);
  assert.equal(parseBound('today-90d', true), 'today-90d');
  assert.equal(parseBound('yesterday', true), undefined);
});
