import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, rejectedFile } from '../api.js';
import { share } from '../pure/format.js';
import { actionsOf, isMoving, isStarted, shareOf, STEPS } from '../pure/import-steps.js';
import { importAddress } from '../router.js';
import { session } from '../session.js';
import '../shared/confirm-dialog.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { menu } from '../shared/menu.js';
import { timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { toasts } from '../shared/toasts.js';
import { progressBar } from './progress-bar.js';
import { countWords, sizeWords, stateBadge } from './words.js';

/** All imports, the latest first: what became of each and what can be done with it. Tells `changed`. */
export class ImportList extends Element {
  static properties = { imports: { attribute: false }, problem: { state: true } };

  render() {
    if (this.imports.length === 0) return html`<ol class="imports-none">${STEPS.map((step) => html`<li><strong>${t(`step.${step}`)}</strong><span class="muted">${t(`how.${step}`)}</span></li>`)}</ol>`;
    return html`
      <problem-notice .problem=${this.problem}></problem-notice>
      <div class="table-scroll">
        <table class="list imports">
          <thead>
            <tr>
              <th scope="col">${t('imports.file')}</th><th scope="col">${t('imports.state')}</th><th scope="col">${t('imports.rows')}</th>
              <th scope="col">${t('imports.when')}</th><th scope="col"><span class="hidden">${t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>${this.imports.map((run) => this.#row(run))}</tbody>
        </table>
      </div>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #row(run) {
    const when = run.finishedAt ?? run.startedAt ?? run.createdAt;
    return html`
      <tr data-id=${run.id}>
        <th scope="row">
          <a href=${importAddress(run.id)}>${run.name}</a>
          <span class="muted by">${[run.size > 0 ? sizeWords(run.size) : '', run.mappingName].filter(Boolean).join(' · ')}</span>
        </th>
        <td>${stateBadge(run)}</td>
        <td>${this.#what(run)}</td>
        <td>${timeAgo(when)}<span class="muted by">${run.by}</span></td>
        <td class="row-actions">${session.canEdit ? this.#actions(run) : nothing}</td>
      </tr>
    `;
  }

  #what(run) {
    if (run.problem) return html`<span class="bad import-problem" title=${run.problem.detail ?? ''}>${run.problem.detail ?? run.problem.title}</span>`;
    if (isMoving(run) && run.progress) {
      const part = shareOf(run.progress);
      return html`<div class="list-progress">${progressBar(part, run.name)}<span class="number muted">${share(run.progress.done, run.progress.total, this.language)}</span></div>`;
    }
    if (isStarted(run)) return html`<span class="row-counts">${countWords(run.counts)}</span>`;
    return html`<span class="muted">${t(`import.next.${run.state}`)}</span>`;
  }

  #actions(run) {
    const can = actionsOf(run);
    if (!can.undo && !can.rejected && !can.forget) return nothing;
    return menu({
      button: icon('more'),
      label: t('imports.actionsOf', run.name),
      className: 'icon-button',
      content: html`
        <a class="menu-item" href=${importAddress(run.id)}>${t('imports.open')}</a>
        ${can.rejected ? html`<a class="menu-item" href=${rejectedFile(run.id)} download>${t('imports.rejected')}</a>` : nothing}
        ${can.undo ? html`<button class="menu-item" @click=${() => this.#undo(run)}>${t('imports.undo')}</button>` : nothing}
        ${can.forget ? html`<button class="menu-item danger" @click=${() => this.#forget(run)}>${t('imports.forget')}</button>` : nothing}
      `,
    });
  }

  async #undo(run) {
    const agreed = await this.#ask({ title: t('undo.title', run.name), text: t('undo.text'), verb: t('imports.undo') });
    if (agreed) await this.#do(() => api.undoImport(run.id), t('undo.begun', run.name));
  }

  async #forget(run) {
    const agreed = await this.#ask({ title: t('forget.title', run.name), text: t(isStarted(run) ? 'forget.textDone' : 'forget.text'), verb: t('imports.forget') });
    if (agreed) await this.#do(() => api.deleteImport(run.id), t('forget.done', run.name));
  }

  #ask(question) {
    return this.querySelector('confirm-dialog').ask(question);
  }

  async #do(action, words) {
    this.problem = null;
    try {
      await action();
      toasts.say(words);
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.emit('changed');
  }
}

customElements.define('import-list', ImportList);
