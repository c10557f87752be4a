/** How connections and their runs are written. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { count } from '../imports/words.js';
import { KINDS, minutesAs } from '../pure/jdbc-address.js';
import { moment } from '../pure/format.js';
import { preferences } from '../shared/preferences.js';

export const connectionAddress = (name, part = '') => `/connections/${encodeURIComponent(name)}${part ? `/${part}` : ''}`;

export function kindLabel(kind) {
  return KINDS.find((each) => each.kind === kind)?.label ?? t('connection.kind.other');
}

/** Host and database without the ceremony. */
export function placeOf(url) {
  return url.replace(/^jdbc:[^/]*\/\//, '').replace(/[?].*$/, '').replace(/;databaseName=([^;]*).*$/i, '/$1');
}

export function scheduleWords(schedule) {
  if (!schedule) return t('schedule.off');
  if (schedule.daily) return t('schedule.dailyAt', schedule.daily);
  const [amount, unit] = minutesAs(schedule.every);
  return t(`schedule.every.${unit}`, count(amount), amount);
}

/** Running, paused, waiting, failing. */
export function stateBadge({ enabled, schedule, state }) {
  if (state.running) return html`<span class="badge badge-accent">${t('connection.state.running')}</span>`;
  if (state.failures > 0) return html`<span class="badge badge-bad">${t('connection.state.failing')}</span>`;
  if (!enabled && schedule) return html`<span class="badge">${t('connection.state.off')}</span>`;
  return html`<span class="badge">${t(state.lastRun ? 'connection.state.well' : 'connection.state.new')}</span>`;
}

export function runBadge({ state }) {
  const className = { failed: 'badge badge-bad', running: 'badge badge-accent' }[state] ?? 'badge';
  return html`<span class=${className}>${t(`connection.run.${state}`)}</span>`;
}

/** The numbers of a run that are not zero, or that nothing was new. */
export function runWords({ counts, state }) {
  const parts = ['added', 'changed', 'unchanged', 'skipped', 'archived', 'rejected'].filter((part) => counts[part] > 0);
  if (parts.length === 0) return state === 'done' ? html`<span class="muted">${t('connection.nothingNew')}</span>` : nothing;
  return html`<span class="row-counts">${parts.map(
    (part) => html`<span class="row-count ${part === 'rejected' ? 'is-bad' : ''}"><span class="number">${count(counts[part])}</span> ${t(`connection.count.${part}`)}</span>`,
  )}</span>`;
}

/** Why a run failed: all of its sentences. */
export function faultWords(run) {
  return run?.faults.map(({ detail, expected }) => [detail, expected].filter(Boolean).join(' ')).join(' ') ?? '';
}

/** A watermark as people read it: a time in their own way, everything else as it is. */
export function markWords(text) {
  if (!text) return t('connection.noMark');
  const time = /^\d{4}-\d\d-\d\dT.*Z$/.test(text);
  return time ? moment(text, preferences.language) : text.replace(/^'|'$/g, '');
}
