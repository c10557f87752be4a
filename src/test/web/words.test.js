import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../../web/i18n/en.js';
import zh from '../../../web/i18n/zh.js';
import { stretches } from '../../../web/app/pure/highlight.js';
import { curlCommand, membersUrl } from '../../../web/app/pure/pull.js';

test('both languages have the same texts', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
});

test('a text is a function in both languages or in neither', () => {
  for (const key of Object.keys(en)) assert.equal(typeof zh[key], typeof en[key], key);
});

test('found stretches are cut out, also when they overlap', () => {
  const parts = stretches('招商银行', [{ start: 2, end: 4 }, { start: 0, end: 3 }]);
  assert.deepEqual(parts, [{ text: '招商银', hit: true }, { text: '行', hit: true }]);
  assert.deepEqual(stretches('abc', []), [{ text: 'abc', hit: false }]);
  assert.deepEqual(stretches('abc', [{ start: 1, end: 99 }]), [{ text: 'a', hit: false }, { text: 'bc', hit: true }]);
});

test('the pull command has the right address, safe for a shell', () => {
  assert.equal(membersUrl('https://w', '关键/a', 'ndjson'), 'https://w/api/v1/segments/%E5%85%B3%E9%94%AE%2Fa/members?format=ndjson');
  assert.match(curlCommand('https://w', "o'hara", 'csv'), /--output 'o'\\''hara\.csv'$/);
});
