import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { count } from '../imports/words.js';
import { importAddress, router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { setTitle, skeleton, timeAgo } from '../shared/parts.js';
import { toasts } from '../shared/toasts.js';
import '../shared/confirm-dialog.js';
import '../shared/problem-notice.js';
import { connectionAddress, faultWords, kindLabel, markWords, placeOf, runBadge, runWords, scheduleWords, stateBadge } from './words.js';

const ASK_MS = 1000;
const REST_MS = 15_000;

/** One standing connection: how it stands, and its latest runs. */
export class ConnectionPage extends Element {
  static properties = { name: {}, connection: { state: true }, runs: { state: true }, problem: { state: true }, busy: { state: true } };

  #request;
  #timer;

  willUpdate(changed) {
    if (changed.has('name')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  async #load() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    try {
      const [connection, { runs }] = await Promise.all([api.connection(this.name, signal), api.connectionRuns(this.name, signal)]);
      Object.assign(this, { connection, runs });
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
      return;
    }
    if (this.isConnected) this.#timer = setTimeout(() => this.#load(), this.connection.state.running ? ASK_MS : REST_MS);
  }

  render() {
    const { connection } = this;
    setTitle(connection?.label ?? t('connections.title'));
    if (!connection) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>${this.problem ? nothing : skeleton(6)}`;
    return html`
      <header class="page-head">
        <div>
          <p class="muted crumbs"><a href="/connections">${t('connections.title')}</a></p>
          <h1>${connection.label} ${stateBadge(connection)}</h1>
          <p class="muted">${kindLabel(connection.kind)}<span class="dot">·</span>${placeOf(connection.url)}<span class="dot">·</span>${connection.user}</p>
        </div>
        ${session.isAdmin ? this.#actions() : nothing}
      </header>
      <problem-notice .problem=${this.problem}></problem-notice>
      ${this.#failure()}
      ${this.#facts()}
      <h2 class="section-title">${t('connection.runs')}</h2>
      ${this.#runs()}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #actions() {
    return html`
      <div class="row-buttons">
        <button class="button" @click=${this.#delete}>${t('connection.delete')}</button>
        <a class="button" href=${connectionAddress(this.name, 'edit')}>${t('connection.edit')}</a>
        <button class="button primary" ?disabled=${this.busy || this.connection.state.running} @click=${this.#run}>${t('connection.run')}</button>
      </div>
    `;
  }

  #failure() {
    const { lastRun, failures, nextRunAt } = this.connection.state;
    if (lastRun?.state !== 'failed') return nothing;
    return html`
      <div class="notice notice-danger" role="alert"><div>
        <strong>${t('connection.failed', count(failures), failures)}</strong>
        <p>${faultWords(lastRun)}</p>
        ${nextRunAt ? html`<p class="muted">${t('connection.again')} ${timeAgo(nextRunAt)}</p>` : nothing}
      </div></div>
    `;
  }

  #facts() {
    const { state, schedule, enabled, mode, watermark, mappingName } = this.connection;
    const facts = [
      ['schedule', html`${scheduleWords(schedule)}${schedule && !enabled ? html` <span class="badge">${t('connection.state.off')}</span>` : nothing}`],
      ['next', state.running ? t('connection.state.running') : state.nextRunAt ? timeAgo(state.nextRunAt) : t('connection.notPlanned')],
      ['mark', watermark ? html`${markWords(state.watermark)}<span class="muted by">${watermark.column}</span>` : t('connection.everything')],
      ['mode', t(`connection.mode.${mode}`)],
      ['mapping', mappingName ?? t('connection.ownMapping')],
    ];
    return html`<dl class="card connection-facts">${facts.map(([name, value]) => html`<div><dt>${t(`connection.fact.${name}`)}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #runs() {
    if (this.runs.length === 0) return html`<p class="muted">${t('connection.noRuns')}</p>`;
    return html`
      <div class="table-scroll">
        <table class="list connection-runs">
          <thead><tr>
            <th scope="col">${t('connection.begun')}</th><th scope="col">${t('connections.state')}</th><th scope="col" class="is-number">${t('connection.read')}</th>
            <th scope="col">${t('connection.result')}</th><th scope="col">${t('connection.upTo')}</th>
          </tr></thead>
          <tbody>${this.runs.map((run) => this.#runRow(run))}</tbody>
        </table>
      </div>
    `;
  }

  #runRow(run) {
    return html`
      <tr>
        <td>${timeAgo(run.startedAt)}<span class="muted by">${run.by ?? t('connection.bySchedule')}</span></td>
        <td>${runBadge(run)}</td>
        <td class="is-number">${run.finishedAt ? count(run.counts.read) : nothing}</td>
        <td>
          ${run.faults.length ? html`<span class="bad">${faultWords(run)}</span>` : runWords(run)}
          ${run.import ? html`<a class="by" href=${importAddress(run.import)}>${t(run.state === 'running' ? 'connection.progress' : 'connection.report')}</a>` : nothing}
        </td>
        <td>${run.to ? markWords(run.to) : nothing}</td>
      </tr>
    `;
  }

  async #run() {
    await this.#do(async () => {
      await api.runConnection(this.name);
      await this.#load();
    });
  }

  async #delete() {
    const agreed = await this.querySelector('confirm-dialog').ask({
      title: t('connection.deleteTitle', this.connection.label),
      text: t('connection.deleteText'),
      verb: t('connection.delete'),
    });
    if (!agreed) return;
    await this.#do(async () => {
      await api.deleteConnection(this.name);
      toasts.say(t('connection.deleted', this.connection.label));
      router.go('/connections');
    });
  }

  async #do(action) {
    Object.assign(this, { busy: true, problem: null });
    try {
      await action();
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.busy = false;
  }
}

customElements.define('connection-page', ConnectionPage);
