import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetFilter, isFiltered, NO_FILTER, onlyValue, toggleExclude, toggleValue, withFacetFilter } from '../../../web/app/pure/facet-filter.js';

const other = { field: 'scale', in: ['large'] };

test('what is written for a facet is read back', () => {
  const filters = [
    { ...NO_FILTER, include: ['x', 'y'] },
    { ...NO_FILTER, exclude: ['x'] },
    { ...NO_FILTER, include: ['x'], exclude: ['x/y'] },
    { ...NO_FILTER, missing: true },
    { ...NO_FILTER, include: ['x'], missing: true },
    { ...NO_FILTER, range: { gte: 10, lt: 20 } },
    { ...NO_FILTER, range: { lte: '2026-01-01' }, missing: true },
    NO_FILTER,
  ];
  for (const filter of filters) {
    const condition = withFacetFilter({ all: [other] }, 'tier', filter);
    assert.deepEqual(facetFilter(condition, 'tier'), filter);
    assert.deepEqual(facetFilter(condition, 'scale').include, ['large']);
  }
});

test('a changed facet keeps its place in the sentence', () => {
  const condition = { all: [{ field: 'tier', in: ['a'] }, other] };
  const changed = withFacetFilter(condition, 'tier', { ...NO_FILTER, include: ['a', 'b'] });
  assert.deepEqual(changed, { all: [{ field: 'tier', in: ['a', 'b'] }, other] });
  assert.deepEqual(withFacetFilter(condition, 'tier', NO_FILTER), { all: [other] });
});

test('parts that speak of several fields belong to no facet', () => {
  const mixed = { any: [{ field: 'tier', in: ['a'] }, other] };
  assert.equal(isFiltered({ all: [mixed] }, 'tier'), false);
  assert.deepEqual(withFacetFilter({ all: [mixed] }, 'tier', onlyValue('b')), { all: [mixed, { field: 'tier', in: ['b'] }] });
});

test('choosing twice takes the choice back', () => {
  const chosen = toggleValue(NO_FILTER, 'a');
  assert.deepEqual(chosen.include, ['a']);
  assert.deepEqual(toggleValue(chosen, 'a').include, []);
});

test('a chosen tree node replaces the nodes above and below it', () => {
  const filter = { ...NO_FILTER, include: ['中国/浙江/杭州', '中国/江苏'] };
  assert.deepEqual(toggleValue(filter, '中国/浙江', true).include, ['中国/江苏', '中国/浙江']);
  assert.deepEqual(toggleValue(filter, '中国', true).include, ['中国']);
  assert.deepEqual(toggleValue({ ...NO_FILTER, include: ['中国/浙'] }, '中国/浙江', true).include, ['中国/浙', '中国/浙江']);
});

test('a value is either chosen or ruled out', () => {
  const excluded = toggleExclude({ ...NO_FILTER, include: ['a'] }, 'a');
  assert.deepEqual([excluded.include, excluded.exclude], [[], ['a']]);
  assert.deepEqual(toggleValue(excluded, 'a').exclude, []);
});
