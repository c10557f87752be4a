import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, nextSort, readQuestion, START } from '../../../web/app/pure/url-state.js';

const search = (address) => address.slice(1);

test('a question survives the address bar', () => {
  const question = {
    condition: { all: [{ field: 'industry', in: ['制造业/软件', 'a&b=c'] }, { text: '100 % "杭州"' }] },
    text: '招商 +公司',
    sort: { field: 'total_spend', order: 'desc' },
    page: 3,
    segment: 'key-accounts',
  };
  assert.deepEqual(readQuestion(search(addressOf(question))), question);
});

test('the start has the shortest address', () => {
  assert.equal(addressOf(START), '/');
  assert.deepEqual(readQuestion(''), { ...START });
});

test('a broken address asks for everyone', () => {
  assert.deepEqual(readQuestion('?c={"all":&page=x'), { ...START });
  assert.deepEqual(readQuestion('?c=[1]&page=-2'), { ...START });
  assert.deepEqual(readQuestion('?c=7').condition, START.condition);
});

test('clicks on a column head go both ways and then back to no order', () => {
  const first = nextSort(null, 'spend', 'desc');
  assert.deepEqual(first, { field: 'spend', order: 'desc' });
  const second = nextSort(first, 'spend', 'desc');
  assert.deepEqual(second, { field: 'spend', order: 'asc' });
  assert.equal(nextSort(second, 'spend', 'desc'), null);
  assert.deepEqual(nextSort(second, 'name', 'asc'), { field: 'name', order: 'asc' });
});

test('a page beyond what the server pages is the last one', () => {
  assert.equal(readQuestion('?page=500').page, 200);
  assert.equal(readQuestion('?page=-3').page, 1);
  assert.equal(readQuestion('?page=x').page, 1);
});
