import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { progressBar } from '../imports/progress-bar.js';
import { share } from '../pure/format.js';
import { preferences } from '../shared/preferences.js';

/**
 * How far the search, or the merging of all, is.
 *
 * @param {{kind: string, done: number, total: number}} job its units are its own
 * @param {(() => void) | null} cancel null when it cannot be stopped, or is about to
 */
export function searchProgress({ kind, done = 0, total = 0 }, cancel) {
  const words = t(kind === 'merge-duplicates' ? 'duplicates.merging' : 'duplicates.running');
  return html`
    <div class="card duplicate-job" role="status">
      <div class="job-words"><strong>${words}</strong>
        <span class="muted number">${total ? share(done, total, preferences.language) : ''}</span>
        ${cancel ? html`<button class="button" @click=${cancel}>${t('cancel')}</button>` : nothing}
      </div>
      ${progressBar(total ? done / total : 0, words)}
    </div>
  `;
}
