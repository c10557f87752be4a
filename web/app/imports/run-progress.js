import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { share } from '../pure/format.js';
import { progressOf, shareOf } from '../pure/import-steps.js';
import { preferences } from '../shared/preferences.js';
import { progressBar } from './progress-bar.js';
import { count, duration } from './words.js';

/** How far an import is, how fast it goes and how long it will take. The lines keep their height. */
export function runProgress(run) {
  const { name, state } = run;
  const at = progressOf(run);
  const { done = 0, total = 0, rowsPerSecond, secondsLeft } = at;
  const known = total > 0;
  return html`
    <div class="run-progress">
      <div class="run-figures">
        <span class="total-number number">${known ? share(done, total, preferences.language) : '–'}</span>
        <span class="muted number">${known ? t('run.of', count(done), count(total)) : t('run.begins')}</span>
        <span class="spacer"></span>
        <span class="muted number">${rowsPerSecond ? t('run.rate', count(Math.round(rowsPerSecond))) : nothing}</span>
        <span class="number">${secondsLeft && state !== 'paused' ? t('run.left', duration(secondsLeft)) : nothing}</span>
      </div>
      ${progressBar(shareOf(at), t('run.label', name))}
    </div>
  `;
}
