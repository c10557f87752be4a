import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { emptyState, setTitle, skeleton, timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';

/** All saved segments: by folder, by words, in use or archived. */
export class SegmentsPage extends Element {
  static properties = {
    segments: { state: true },
    problem: { state: true },
    archived: { state: true },
    folder: { state: true },
    words: { state: true },
  };

  #request;

  constructor() {
    super();
    Object.assign(this, { archived: false, folder: null, words: '' });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.#request?.abort();
    this.#request = new AbortController();
    this.problem = null;
    try {
      const { segments } = await api.segments(this.archived, this.#request.signal);
      this.segments = segments.filter((segment) => segment.archived === this.archived);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    setTitle(t('nav.segments'));
    return html`
      <header class="page-head">
        <h1>${t('nav.segments')}</h1>
        <span class="spacer"></span>
        <input class="input" type="search" aria-label=${t('segments.find')} placeholder=${t('segments.find')} .value=${this.words} @input=${(e) => (this.words = e.target.value)}>
        <label class="switch"><input type="checkbox" .checked=${this.archived} @change=${this.#switchArchived}>${t('segments.archived')}</label>
        <a class="button primary" href="/">${t('segments.new')}</a>
      </header>
      <problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>
      ${this.segments ? this.#content() : this.problem ? nothing : skeleton(8)}
    `;
  }

  #content() {
    if (this.segments.length === 0) {
      return this.archived
        ? emptyState(t('segments.noneArchived'), t('segments.noneArchivedText'))
        : emptyState(t('segments.none'), t('segments.noneText'), html`<a class="button" href="/">${t('nav.explore')}</a>`);
    }
    return html`<div class="segments-layout">${this.#folders()} ${this.#list()}</div>`;
  }

  #folders() {
    const counts = Map.groupBy(this.segments, (segment) => segment.folder ?? '');
    const names = [...counts.keys()].sort((a, b) => (a === '') - (b === '') || a.localeCompare(b, this.language, { numeric: true }));
    const entry = (folder, label, count) => html`
      <li><button class="folder" aria-pressed=${this.folder === folder ? 'true' : 'false'} @click=${() => (this.folder = folder)}>
        ${icon('folder')}<span>${label}</span><span class="number muted">${count}</span>
      </button></li>
    `;
    return html`
      <nav aria-label=${t('segments.folders')}>
        <ul class="plain folders">
          ${entry(null, t('segments.all'), this.segments.length)}
          ${names.map((name) => entry(name, name || t('segments.noFolder'), counts.get(name).length))}
        </ul>
      </nav>
    `;
  }

  get #visible() {
    const words = this.words.trim().toLowerCase();
    return this.segments
      .filter((segment) => this.folder === null || (segment.folder ?? '') === this.folder)
      .filter(({ name, folder, note, wording }) => [name, folder, note, wording?.[this.language]].some((text) => text?.toLowerCase().includes(words)))
      .sort((a, b) => a.name.localeCompare(b.name, this.language, { numeric: true }));
  }

  #list() {
    const visible = this.#visible;
    if (visible.length === 0) return emptyState(t('segments.noMatch'), t('segments.noMatchText'));
    return html`
      <div class="table-scroll">
        <table class="list segments">
          <thead>
            <tr><th scope="col">${t('segment.name')}</th><th scope="col" class="is-number">${t('segment.size')}</th><th scope="col">${t('segment.folder')}</th><th scope="col">${t('segment.changed')}</th></tr>
          </thead>
          <tbody>${visible.map((segment) => this.#row(segment))}</tbody>
        </table>
      </div>
    `;
  }

  #row(segment) {
    const sentence = segment.wording?.[this.language] ?? t('segment.broken');
    return html`
      <tr>
        <th scope="row"><a href=${segmentAddress(segment.id)}>${segment.name}</a><span class="sentence muted" title=${sentence}>${sentence}</span></th>
        <td class="is-number size">${segment.count === null ? '–' : number(segment.count, this.language)}</td>
        <td>${segment.folder}</td>
        <td>${timeAgo(segment.changedAt)}<span class="muted by">${segment.changedBy}</span></td>
      </tr>
    `;
  }

  #switchArchived(event) {
    Object.assign(this, { archived: event.target.checked, folder: null, segments: null });
    this.#load();
  }
}

customElements.define('segments-page', SegmentsPage);
