/** What saving a condition would do, in exact numbers. */
import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { sameCondition } from '../pure/condition.js';
import { number, share } from '../pure/format.js';

/** How many satisfy the one and not the other. The server refuses what nobody can satisfy. */
async function countBeyond(condition, other) {
  try {
    return (await api.preview({ all: [condition, { not: other }] })).total;
  } catch (problem) {
    if (problem.code === 'invalid-condition') return 0;
    throw problem;
  }
}

/** @returns {Promise<{total: number, everyone: number, before: ?number, entered: number, left: number}>} */
export async function effectOf(condition, segment) {
  const preview = await api.preview(condition);
  const { total, everyone } = preview;
  if (!segment || segment.count === null || sameCondition(condition, segment.condition)) return { total, everyone, before: null, entered: 0, left: 0 };
  const [entered, left] = await Promise.all([
    countBeyond(condition, segment.condition),
    countBeyond(segment.condition, condition),
  ]);
  return { total, everyone, before: segment.count, entered, left };
}

export function effectWords({ total, everyone, before, entered, left }, language) {
  const n = (value) => number(value, language);
  const size = html`<strong class="number">${n(total)}</strong> ${t('customers', total)}`;
  if (before === null) return html`<p>${size} <span class="muted">${t('ofEveryone', n(everyone))} · ${share(total, everyone, language)}</span></p>`;
  return html`
    <p>${size} <span class="muted">${t('effect.before', n(before))}</span></p>
    <p><span class="good number">+${n(entered)}</span> ${t('effect.enter')}<span class="dot">·</span><span class="bad number">−${n(left)}</span> ${t('effect.leave')}</p>
  `;
}
