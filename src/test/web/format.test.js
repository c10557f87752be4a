import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compact, day, money, number, relative, relativeDay, share } from '../../../web/app/pure/format.js';
import { formatOrdered, Schema } from '../../../web/app/pure/schema.js';

test('numbers are written in full, and short only where asked', () => {
  assert.equal(number(1234567, 'en'), '1,234,567');
  assert.equal(number(2.5, 'zh', 2), '2.50');
  assert.equal(compact(12_000, 'en'), '12K');
  assert.equal(compact(12_000, 'zh'), '1.2万');
});

test('money has its currency and its decimals', () => {
  assert.equal(money(1234.5, 'zh', 'CNY', 2), '¥1,234.50');
  assert.equal(money(7, 'en', 'JPY', 0), '¥7');
});

test('shares never round a few to none', () => {
  assert.equal(share(1, 1_000_000, 'en'), '< 0.1%');
  assert.equal(share(0, 10, 'en'), '0%');
  assert.equal(share(0, 0, 'en'), '0%');
  assert.equal(share(1, 4, 'en'), '25%');
});

test('days belong to no time zone', () => {
  assert.equal(day('2026-01-01', 'zh'), '2026/01/01');
  assert.equal(day('2026-01-01', 'en'), '01 Jan 2026');
});

test('distances in time are said as people say them', () => {
  const now = Date.parse('2026-03-20T12:00:00Z');
  assert.equal(relative('2026-03-19T12:00:00Z', 'en', now), 'yesterday');
  assert.equal(relative('2026-03-20T11:59:50Z', 'en', now), 'now');
  assert.equal(relativeDay('2026-03-17', 'en', new Date(2026, 2, 20)), '3 days ago');
  assert.equal(relativeDay('2026-03-20', 'zh', new Date(2026, 2, 20)), '今天');
});

test('values are shown by their configured labels, trees by their last step', () => {
  const schema = new Schema({
    title: 'name',
    fields: [
      { name: 'tier', type: 'keyword', label: { en: 'Tier', zh: '等级' }, values: [{ value: 'a', label: { en: 'Top', zh: '高' } }] },
      { name: 'region', type: 'tree', label: { en: 'Region', zh: '地区' }, values: [] },
      { name: 'age', type: 'number', label: { en: 'Age', zh: '年龄' }, decimals: 0, unit: '岁' },
    ],
  });
  assert.equal(schema.valueLabel('tier', 'a', 'zh'), '高');
  assert.equal(schema.valueLabel('region', '中国/浙江', 'en'), '浙江');
  assert.equal(schema.valueLabel('unknown', 'x', 'en'), 'x');
  assert.equal(schema.titleOf({ id: 'C1', fields: {} }), 'C1');
  assert.equal(formatOrdered(schema.field('age'), 41, 'zh'), '41 岁');
});

test('only all is a hundred percent', () => {
  assert.equal(share(43_550, 43_657, 'en'), '99.8%');
  assert.equal(share(999_999, 1_000_000, 'en'), '> 99.9%');
  assert.equal(share(999_999, 1_000_000, 'zh'), '超过 99.9%');
  assert.equal(share(5, 5, 'en'), '100%');
});

test('every month has three letters', () => {
  assert.equal(day('2026-09-19', 'en'), '19 Sep 2026');
});
