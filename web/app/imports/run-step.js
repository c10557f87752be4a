import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { actionsOf, isMoving } from '../pure/import-steps.js';
import { importAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import './cancel-dialog.js';
import { desk } from './import-desk.js';
import { modeChoice } from './mode-choice.js';
import { reportNumbers } from './report-numbers.js';
import './run-done.js';
import { runProgress } from './run-progress.js';
import { count } from './words.js';

/** Starting an import, watching it, stopping it; and what comes after. */
export class RunStep extends Element {
  static properties = { mode: { state: true }, accepted: { state: true } };

  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { run } = desk;
    if (!desk.started) return this.#before(run);
    if (isMoving(run) || run.state === 'paused') return this.#going(run);
    return html`<run-done></run-done>`;
  }

  #before(run) {
    desk.want('report');
    const { report } = desk;
    if (!report) return desk.problem ? nothing : skeleton(6);
    const mode = this.mode ?? run.mode;
    const checked = mode === run.mode;
    const { kinds, guard } = report;
    const refused = checked && guard?.refused && !this.accepted;
    return html`
      <section class="card run-before">
        ${modeChoice(mode, (value) => (this.mode = value), !session.canEdit || desk.busy)}
        ${checked
          ? html`${reportNumbers(kinds)}
              <p>${this.#sentence(kinds)}</p>
              ${guard?.archives ? this.#guard(guard) : nothing}`
          : html`<div class="notice notice-warn" role="status">${icon('warning')}<div><strong>${t('run.otherMode')}</strong><p>${t('run.otherModeText')}</p></div>
              <button class="button" ?disabled=${desk.busy} @click=${() => desk.check(mode)}>${t('check.begin')}</button></div>`}
      </section>
      <footer class="step-foot">
        <a class="button" href=${importAddress(run.id, 'check')}>${t('step.back')}</a>
        <span class="spacer"></span>
        <span class="muted">${t('run.undoable')}</span>
        <button class="button primary" ?disabled=${desk.busy || !checked || refused || !session.canEdit} @click=${() => desk.start(mode, this.accepted)}>${t('run.start')}</button>
      </footer>
    `;
  }

  #sentence({ added = 0, changed = 0, rejected = 0 }) {
    return html`<span class="number">${t('run.sentence', count(added), count(changed), added, changed)} ${rejected ? t('run.sentenceRejected', count(rejected), rejected) : nothing}</span>`;
  }

  #guard({ archives, of, refused }) {
    return html`
      <div class="notice ${refused ? 'notice-danger' : 'notice-warn'}">${icon('warning')}
        <div><strong>${t('guard.title', count(archives), count(of), archives)}</strong><p>${t(refused ? 'guard.refused' : 'guard.text')}</p>
          ${refused ? html`<label class="switch"><input type="checkbox" .checked=${Boolean(this.accepted)} @change=${(event) => (this.accepted = event.target.checked)}>${t('guard.accept', count(archives))}</label>` : nothing}</div>
      </div>
    `;
  }

  #going(run) {
    const can = actionsOf(run);
    const { counts = {} } = run;
    const kinds = { added: counts.added ?? 0, changed: counts.changed ?? 0, unchanged: counts.unchanged ?? 0, duplicate: counts.duplicates ?? 0, rejected: counts.rejected ?? 0, archived: counts.archived };
    return html`
      <section class="card run-going" aria-labelledby="run-title">
        <div class="card-head"><h2 id="run-title" role="status">${t(`run.state.${run.state}`)}</h2>
          ${session.canEdit ? html`<div class="actions">
            ${can.pause ? html`<button class="button" ?disabled=${desk.busy} @click=${desk.pause}>${t('run.pause')}</button>` : nothing}
            ${can.resume ? html`<button class="button primary" ?disabled=${desk.busy} @click=${desk.resume}>${t('run.resume')}</button>` : nothing}
            ${can.cancel ? html`<button class="button" ?disabled=${desk.busy} @click=${() => this.querySelector('cancel-dialog').show()}>${t('run.cancel')}</button>` : nothing}
          </div>` : nothing}</div>
        ${runProgress(run)}
        ${run.state === 'undoing' ? nothing : reportNumbers(kinds)}
        <p class="muted">${t(run.state === 'paused' ? 'run.pausedText' : 'run.leave')}</p>
      </section>
      <cancel-dialog></cancel-dialog>
    `;
  }
}

customElements.define('run-step', RunStep);
