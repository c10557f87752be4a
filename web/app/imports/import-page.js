import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { isMoving, isStarted, STEPS, stepFor, stepsOf } from '../pure/import-steps.js';
import { importAddress, router } from '../router.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { setTitle, skeleton, timeAgo, unknownPage } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './check-step.js';
import './columns-step.js';
import './file-step.js';
import { desk } from './import-desk.js';
import './run-step.js';
import './upload-step.js';
import { count, sizeWords, stateBadge } from './words.js';

/** One import on its way: file, columns, check, import. The step is in the address. */
export class ImportPage extends Element {
  static properties = { importId: { attribute: false } };

  constructor() {
    super();
    this.watch(router);
    this.watch(desk);
  }

  willUpdate(changed) {
    if (changed.has('importId')) desk.open(this.importId);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    desk.leave();
  }

  render() {
    const { run, problem } = desk;
    if (!run && problem?.status === 404) {
      return unknownPage(t('import.unknown'), t('import.unknownText'), html`<a class="button" href="/imports">${t('nav.imports')}</a>`);
    }
    if (!run && problem) return html`<problem-notice .problem=${problem} .retry=${() => desk.again()}></problem-notice>`;
    if (run?.id !== this.importId) return skeleton(8, 'skeleton-rule');
    setTitle(run.name, t('nav.imports'));
    const step = stepFor(run, new URLSearchParams(location.search).get('step'));
    return html`
      ${this.#header(run)} ${this.#steps(run, step)}
      <problem-notice .problem=${problem} .retry=${() => desk.again()}></problem-notice>
      <div class="import-step">${this.#body(run, step)}</div>
    `;
  }

  #header(run) {
    const rows = run.rows || desk.table?.rows;
    return html`
      <header class="page-head import-head">
        <div>
          <p class="muted crumbs"><a href="/imports">${t('nav.imports')}</a><span class="dot">/</span>${run.by}<span class="dot">·</span>${timeAgo(run.createdAt)}</p>
          <h1>${run.name} ${stateBadge(run)}</h1>
          <p class="muted number">
            ${sizeWords(run.size)}${rows ? html`<span class="dot">·</span>${t('import.rows', count(rows), rows)}` : nothing}${desk.table
              ? html`<span class="dot">·</span>${t('import.columns', desk.table.columns.length)}`
              : nothing}
          </p>
        </div>
      </header>
    `;
  }

  #steps(run, current) {
    const open = stepsOf(run);
    const at = STEPS.indexOf(current);
    return html`
      <nav aria-label=${t('import.steps')}>
        <ol class="steps">
          ${STEPS.map((step, i) => {
            const words = html`<span class="step-number">${i < at ? icon('check') : i + 1}</span>${t(`step.${step}`)}`;
            const className = i < at ? 'is-past' : '';
            return html`<li class=${className}>
              ${open.includes(step)
                ? html`<a href=${importAddress(run.id, step)} aria-current=${step === current ? 'step' : nothing}>${words}</a>`
                : html`<span class="muted">${words}</span>`}
            </li>`;
          })}
        </ol>
      </nav>
    `;
  }

  #body(run, step) {
    if (run.state === 'uploading') return html`<upload-step></upload-step>`;
    if (run.state === 'failed' && !isStarted(run)) return this.#unreadable(run);
    if (isMoving(run) && step !== 'run' && run.state !== 'checking') return this.#reading(run);
    switch (step) {
      case 'columns':
        return html`<columns-step></columns-step>`;
      case 'check':
        return html`<check-step></check-step>`;
      case 'run':
        return html`<run-step></run-step>`;
      default:
        return html`<file-step></file-step>`;
    }
  }

  /** The file, or the way it was to be read, is no good. */
  #unreadable(run) {
    return html`
      <problem-notice .problem=${run.problem ?? { title: t('import.unreadable'), faults: [] }}></problem-notice>
      <div class="empty"><h2>${t('import.unreadable')}</h2><p>${t('import.unreadableText')}</p><a class="button primary" href="/imports">${t('done.another')}</a></div>
    `;
  }

  #reading(run) {
    return html`
      <div class="card import-busy" role="status">
        <h2>${t('import.reading')}</h2>
        <p class="muted number">${run.progress?.done ? t('import.readingRows', count(run.progress.done)) : t('import.readingText')}</p>
      </div>
      ${skeleton(8)}
    `;
  }
}

customElements.define('import-page', ImportPage);
