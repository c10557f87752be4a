import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { count } from './words.js';

export const KINDS = ['added', 'changed', 'unchanged', 'duplicate', 'rejected', 'archived'];

/** How many rows of each kind, as large numbers of which each opens its samples. */
export function reportNumbers(kinds, shown, show) {
  const listed = KINDS.filter((kind) => kinds[kind] !== undefined && (kind !== 'archived' || kinds.archived > 0));
  return html`
    <div class="report-numbers" role="group" aria-label=${t('report.kinds')}>
      ${listed.map((kind) => {
        const n = kinds[kind];
        const open = kind === shown;
        return html`<button
          class="report-number is-${kind} ${n === 0 ? 'is-zero' : ''}" data-kind=${kind} aria-expanded=${show ? String(open) : nothing} ?disabled=${!show || n === 0}
          @click=${() => show(open ? null : kind)}
        ><span class="total-number number">${count(n)}</span><span>${t(`kind.row.${kind}`)}</span></button>`;
      })}
    </div>
  `;
}
