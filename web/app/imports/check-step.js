import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { importAddress, router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import { desk } from './import-desk.js';
import { modeChoice } from './mode-choice.js';
import './report-columns.js';
import { reportNumbers } from './report-numbers.js';
import './report-samples.js';
import { runProgress } from './run-progress.js';
import './unknown-values.js';
import { count } from './words.js';

/** What the import would do, before it does anything. */
export class CheckStep extends Element {
  static properties = { mode: { state: true } };

  constructor() {
    super();
    this.watch(desk);
    this.watch(router);
  }

  render() {
    const { run } = desk;
    if (run.state === 'checking') return this.#checking(run);
    if (run.state !== 'checked' && !desk.started && !desk.outdated) return this.#before();
    desk.want('report');
    desk.want('table');
    const { report } = desk;
    if (!report) return desk.problem ? nothing : skeleton(8);
    const shown = new URLSearchParams(location.search).get('show');
    return html`
      ${desk.outdated ? html`<div class="notice notice-warn" role="status">${icon('warning')}<div>${t('check.outdated')}</div></div>` : this.#verdict(report)}
      ${reportNumbers(report.kinds, shown, (kind) => this.#show(kind))}
      ${report.guard?.archives ? this.#guard(report.guard) : nothing}
      <report-samples .report=${report} .kind=${shown}></report-samples>
      <unknown-values .report=${report}></unknown-values>
      <report-columns .report=${report}></report-columns>
      ${this.#foot(run, report)}
    `;
  }

  #checking(run) {
    return html`<section class="card import-busy" role="status"><h2>${t('check.running')}</h2><p class="muted">${t('check.nothingWritten')}</p>${runProgress(run)}</section>${skeleton(6)}`;
  }

  #before() {
    desk.want('proposal');
    const mode = this.mode ?? desk.run.mode ?? 'upsert';
    return html`
      <section class="card check-before">
        <h2>${t('check.title')}</h2>
        <p class="muted">${t('check.text')}</p>
        ${modeChoice(mode, (value) => (this.mode = value), !session.canEdit)}
        <div class="actions"><button class="button primary" ?disabled=${desk.busy || !desk.mapping || !session.canEdit} @click=${() => desk.check(mode)}>${t('check.begin')}</button></div>
      </section>
      ${this.#back('columns')}
    `;
  }

  #verdict({ rows, kinds }) {
    const rejected = kinds.rejected ?? 0;
    const words = rejected === 0 ? t('check.allGood', count(rows), rows) : t('check.someBad', count(rejected), count(rows), rejected);
    return html`<p class="verdict-line ${rejected ? 'is-warn' : 'is-good'}">${icon(rejected ? 'warning' : 'check')}<span class="number">${words}</span>${desk.started ? nothing : html`<span class="muted">${t('check.nothingWrittenYet')}</span>`}</p>`;
  }

  #guard({ archives, of, refused }) {
    return html`
      <div class="notice ${refused ? 'notice-danger' : 'notice-warn'}" role="status">${icon('warning')}
        <div><strong>${t('guard.title', count(archives), count(of), archives)}</strong><p>${t(refused ? 'guard.refused' : 'guard.text')}</p></div>
      </div>
    `;
  }

  #show(kind) {
    router.go(`${importAddress(desk.id, 'check')}${kind ? `&show=${kind}` : ''}`, { replace: true });
  }

  #foot(run, { kinds }) {
    if (desk.started || !session.canEdit) return nothing;
    const written = (kinds.added ?? 0) + (kinds.changed ?? 0) + (kinds.archived ?? 0);
    return html`
      <footer class="step-foot">
        <a class="button" href=${importAddress(run.id, 'columns')}>${t('step.back')}</a>
        <span class="spacer"></span>
        <button class="button ${desk.outdated ? 'primary' : ''}" ?disabled=${desk.busy} @click=${() => desk.check(run.mode)}>${t('check.again')}</button>
        ${desk.outdated ? nothing : html`<a class="button primary" href=${importAddress(run.id, 'run')}>${written ? t('check.next') : t('check.nextNothing')}</a>`}
      </footer>
    `;
  }

  #back(step) {
    return html`<footer class="step-foot"><a class="button" href=${importAddress(desk.id, step)}>${t('step.back')}</a></footer>`;
  }
}

customElements.define('check-step', CheckStep);
