import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { rejectedFile } from '../api.js';
import { moment } from '../pure/format.js';
import { actionsOf } from '../pure/import-steps.js';
import { importAddress } from '../router.js';
import { session } from '../session.js';
import '../shared/confirm-dialog.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import '../shared/problem-notice.js';
import { desk } from './import-desk.js';
import { exploreAddress } from './explore-link.js';
import { reportNumbers } from './report-numbers.js';
import { count, duration } from './words.js';

const SIGNS = { done: 'check', failed: 'warning' };

/** An import at its end: what it did, and what to do next. */
export class RunDone extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { run } = desk;
    const can = actionsOf(run);
    const { counts = {} } = run;
    const kinds = { added: counts.added ?? 0, changed: counts.changed ?? 0, unchanged: counts.unchanged ?? 0, duplicate: counts.duplicates ?? 0, rejected: counts.rejected ?? 0, archived: counts.archived };
    return html`
      <section class="card run-done is-${run.state}" aria-labelledby="done-title">
        <h2 id="done-title" role="status">${SIGNS[run.state] ? icon(SIGNS[run.state]) : nothing}${t(`done.${run.state}`)}</h2>
        <p class="muted number">${this.#took(run)}</p>
        ${run.problem ? html`<problem-notice .problem=${run.problem}></problem-notice>` : nothing}
        ${run.state === 'undone' ? nothing : reportNumbers(kinds)}
        <h3>${t('done.next')}</h3>
        <ul class="plain next-list">${this.#next(run, can)}</ul>
      </section>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #took({ startedAt, finishedAt, counts }) {
    if (!startedAt || !finishedAt) return nothing;
    const seconds = (new Date(finishedAt) - new Date(startedAt)) / 1000;
    return t('done.took', moment(finishedAt, this.language), count(counts?.read), duration(seconds));
  }

  #next(run, can) {
    const { rejected = 0 } = run.counts ?? {};
    const editor = session.canEdit;
    return html`
      ${run.state === 'done' ? html`<li><a class="button primary" href=${exploreAddress(run)}>${t('done.explore')}</a><span class="muted">${t('done.exploreText')}</span></li>` : nothing}
      ${editor && can.resume ? html`<li><button class="button primary" ?disabled=${desk.busy} @click=${desk.resume}>${t('run.resume')}</button><span class="muted">${t('done.resumeText')}</span></li>` : nothing}
      ${can.rejected ? html`<li><a class="button" href=${rejectedFile(run.id)} download>${t('done.rejected', count(rejected), rejected)}</a><span class="muted">${t('done.rejectedText')}</span></li>` : nothing}
      ${editor && run.state !== 'undone' ? html`<li><a class="button" href="/duplicates">${t('done.duplicates')}</a><span class="muted">${t('done.duplicatesText')}</span></li>` : nothing}
      ${editor && can.undo ? html`<li><button class="button" ?disabled=${desk.busy} @click=${this.#undo}>${t('done.undo')}</button><span class="muted">${t('done.undoText')}</span></li>` : nothing}
      <li><a class="button" href="/imports">${t('done.another')}</a><span class="muted"><a href=${importAddress(run.id, 'check')}>${t('done.report')}</a></span></li>
    `;
  }

  async #undo() {
    const agreed = await this.querySelector('confirm-dialog').ask({ title: t('undo.title', desk.run.name), text: t('undo.text'), verb: t('imports.undo') });
    if (agreed) desk.undo();
  }
}

customElements.define('run-done', RunDone);
