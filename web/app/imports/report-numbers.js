import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { count } from './words.js';

export const KINDS = ['added', 'changed', 'unchanged', 'duplicate', 'rejected', 'skipped', 'archived'];
const ONLY_IF_ANY = new Set(['skipped', 'archived']);
const WITHOUT_SAMPLES = new Set(['unchanged', 'skipped', 'archived']);

/** How many rows of each kind, as large numbers of which each opens its samples. */
export function reportNumbers(kinds, shown, show) {
  const listed = KINDS.filter((kind) => kinds[kind] !== undefined && (!ONLY_IF_ANY.has(kind) || kinds[kind] > 0));
  return html`
    <div class="report-numbers" role="group" aria-label=${t('report.kinds')}>
      ${listed.map((kind) => {
        const n = kinds[kind];
        const open = kind === shown;
        return html`<button
          class="report-number is-${kind} ${n === 0 ? 'is-zero' : ''}" data-kind=${kind} aria-expanded=${show && !WITHOUT_SAMPLES.has(kind) ? String(open) : nothing} ?disabled=${!show || n === 0 || WITHOUT_SAMPLES.has(kind)}
          @click=${() => show(open ? null : kind)}
        ><span class="total-number number">${count(n)}</span><span>${t(`kind.row.${kind}`)}</span></button>`;
      })}
    </div>
  `;
}
