import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { progressBar } from '../imports/progress-bar.js';
import { count } from '../imports/words.js';

/** How far the search, or the merging of all, is. */
export function searchProgress({ done = 0, total = 0 }) {
  return html`
    <div class="card duplicate-job" role="status">
      <div class="job-words"><strong>${t('duplicates.running')}</strong><span class="muted number">${total ? t('job.of', count(done), count(total)) : ''}</span></div>
      ${progressBar(total ? done / total : 0, t('duplicates.running'))}
    </div>
  `;
}
