import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { importTabs } from '../imports/import-tabs.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle, skeleton, timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { connectionAddress, faultWords, kindLabel, placeOf, runWords, scheduleWords, stateBadge } from './words.js';

const ASK_MS = 2000;
const REST_MS = 15_000;

/** All standing connections: how each stands, when it was read, and when it is read next. */
export class ConnectionsPage extends Element {
  static properties = { connections: { state: true }, problem: { state: true } };

  #request;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
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
    try {
      this.connections = (await api.connections(this.#request.signal)).connections;
      this.problem = null;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
      return;
    }
    const running = this.connections.some(({ state }) => state.running);
    if (this.isConnected) this.#timer = setTimeout(() => this.#load(), running ? ASK_MS : REST_MS);
  }

  render() {
    setTitle(t('connections.title'));
    return html`
      <header class="page-head">
        <div><h1>${t('nav.imports')}</h1><p class="muted">${t('connections.about')}</p></div>
        ${session.isAdmin && this.connections?.length ? html`<a class="button primary" href="/connections/new">${t('connections.new')}</a>` : nothing}
      </header>
      ${importTabs('connections')}
      <problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>
      ${this.connections ? this.#list() : this.problem ? nothing : skeleton(4, 'skeleton-rule')}
    `;
  }

  #list() {
    if (this.connections.length === 0) {
      const action = session.isAdmin ? html`<a class="button primary" href="/connections/new">${t('connections.new')}</a>` : nothing;
      return emptyState(t('connections.none'), t(session.isAdmin ? 'connections.noneText' : 'connections.noneViewer'), action);
    }
    return html`
      <div class="table-scroll">
        <table class="list connections">
          <thead>
            <tr>
              <th scope="col">${t('connections.connection')}</th><th scope="col">${t('connections.state')}</th>
              <th scope="col">${t('connections.last')}</th><th scope="col">${t('connections.next')}</th>
            </tr>
          </thead>
          <tbody>${this.connections.map((connection) => this.#row(connection))}</tbody>
        </table>
      </div>
    `;
  }

  #row(connection) {
    const { state, schedule } = connection;
    const { lastRun } = state;
    return html`
      <tr data-name=${connection.name}>
        <th scope="row">
          <a href=${connectionAddress(connection.name)}>${connection.label}</a>
          <span class="muted by">${kindLabel(connection.kind)}<span class="dot">·</span>${placeOf(connection.url)}</span>
        </th>
        <td>${stateBadge(connection)}</td>
        <td>
          ${lastRun ? html`${timeAgo(lastRun.startedAt)}${lastRun.state === 'done' ? html`<span class="by">${runWords(lastRun)}</span>` : nothing}` : html`<span class="muted">${t('connection.never')}</span>`}
          ${lastRun?.state === 'failed' ? html`<span class="by bad" title=${faultWords(lastRun)}>${faultWords(lastRun)}</span>` : nothing}
        </td>
        <td>${state.nextRunAt ? timeAgo(state.nextRunAt) : html`<span class="muted">${t('connection.notPlanned')}</span>`}<span class="muted by">${scheduleWords(schedule)}</span></td>
      </tr>
    `;
  }
}

customElements.define('connections-page', ConnectionsPage);
