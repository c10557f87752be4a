import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { constantsOf, targetsOf, withoutKeys } from '../pure/column-targets.js';
import { importAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import { openQuestions } from './answers.js';
import './column-row.js';
import { desk } from './import-desk.js';
import { joinButton, joinedFiles } from './join-file.js';
import './mapping-dialog.js';
import './mapping-preview.js';
import './question-list.js';
import { targetLabel } from './words.js';

/** Which column becomes which field, what a human must decide, and the first rows as they would be. */
export class ColumnsStep extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    desk.want('table');
    desk.want('proposal');
    const { table, proposal, mapping } = desk;
    if (!table || !proposal || !mapping) return desk.problem ? nothing : skeleton(10);
    if (!desk.incomplete) desk.want('preview');
    const columns = withoutKeys(mapping, table.columns);
    const mapped = columns.filter(({ name }) => targetsOf(mapping, name).length);
    return html`
      ${proposal.saved ? html`<div class="notice notice-good">${icon('check')}<div>${t('columns.saved', proposal.saved)}</div></div>` : nothing}
      <question-list></question-list>
      <div class="columns-layout">
        <section class="card columns-card" aria-labelledby="columns-title">
          <div class="card-head">
            <div><h2 id="columns-title">${t('columns.title')}</h2><p class="muted number">${t('columns.mapped', mapped.length, columns.length)}</p></div>
            <div class="actions">
              ${session.canEdit && !desk.started ? joinButton() : nothing}
              ${session.canEdit && !desk.started ? html`<button class="button" @click=${() => this.#dialog('name')}>${t('columns.save')}</button>` : nothing}
              <button class="button" @click=${() => this.#dialog('text')}>${t('columns.text')}</button>
            </div>
          </div>
          ${joinedFiles(mapping)} ${this.#constants(mapping)}
          <ul class="plain column-rows">${columns.map((column) => html`<li><column-row .column=${column}></column-row></li>`)}</ul>
        </section>
        <mapping-preview></mapping-preview>
      </div>
      ${this.#foot()}
      <mapping-dialog></mapping-dialog>
    `;
  }

  #constants(mapping) {
    const constants = constantsOf(mapping);
    if (constants.length === 0) return nothing;
    const words = ({ rows, field, constant }) => html`<span class="fixed-value"><span class="muted">${targetLabel({ rows, field })}</span> ${session.schema.valueLabel(field, constant, this.language)}</span>`;
    return html`<p class="fixed-values"><span class="muted">${t('columns.constants')}</span> ${constants.map(words)}</p>`;
  }

  #foot() {
    if (desk.started || !session.canEdit) return nothing;
    const left = openQuestions(desk.id, desk.mapping, desk.proposal).length;
    return html`
      <footer class="step-foot">
        <a class="button" href=${importAddress(desk.id, 'file')}>${t('step.back')}</a>
        <span class="spacer"></span>
        ${left ? html`<span class="muted">${t('questions.left', left)}</span>` : nothing}
        <a class="button primary" href=${importAddress(desk.id, 'check')} aria-disabled=${left ? 'true' : nothing} @click=${(event) => this.#next(event, left)}>${t('columns.next')}</a>
      </footer>
    `;
  }

  /** Leads to the first open question instead of on. */
  #next(event, left) {
    if (!left) return;
    event.preventDefault();
    event.stopPropagation();
    this.querySelector('question-list .is-open button, question-list .is-open select')?.focus();
  }

  #dialog(part) {
    this.querySelector('mapping-dialog').show(part);
  }
}

customElements.define('columns-step', ColumnsStep);
