import assert from 'node:assert/strict';
import test from 'node:test';
import { byWork, groupCondition, readChoice, toCsv, writeChoice } from '../../../web/app/pure/upkeep.js';

test('choices outside their range fall back to the usual ones', () => {
  assert.deepEqual(readChoice(''), { olderThan: 365, below: 80, by: '' });
  assert.deepEqual(readChoice('?olderThan=0&below=101&by=channel'), { olderThan: 365, below: 80, by: 'channel' });
  assert.deepEqual(readChoice(`?${writeChoice({ olderThan: 30, below: 50, by: 'owner' })}`), { olderThan: 30, below: 50, by: 'owner' });
});

test('those with most to do come first', () => {
  const groups = [{ value: 'a', stale: 1, incomplete: 9, customers: 9 }, { value: 'b', stale: 2, incomplete: 0, customers: 2 }, { value: 'c', stale: 1, incomplete: 10, customers: 10 }];
  assert.deepEqual(byWork(groups).map(({ value }) => value), ['b', 'c', 'a']);
});

test('a number of a group opens that group only', () => {
  assert.deepEqual(groupCondition('owner', 'Li', { field: 'x', exists: true }), { all: [{ field: 'owner', in: ['Li'] }, { field: 'x', exists: true }] });
  assert.deepEqual(groupCondition('owner', null), { all: [{ field: 'owner', exists: false }] });
});

test('no cell of a table is taken for a formula', () => {
  assert.equal(toCsv([['=1+1', -3], ['a,"b"', 'c']]), '\ufeff\'=1+1,-3\r\n"a,""b""",c\r\n');
});
