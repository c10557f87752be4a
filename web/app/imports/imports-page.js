import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { isMoving } from '../pure/import-steps.js';
import { importAddress, router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { setTitle, skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './drop-zone.js';
import './import-list.js';
import { importTabs } from './import-tabs.js';
import './upload-list.js';
import { uploads } from './uploads.js';

const ASK_MS = 2000;

/** Where files come in: a place to drop them, and all imports so far. */
export class ImportsPage extends Element {
  static properties = { imports: { state: true }, problem: { state: true } };

  #request;
  #timer;
  #arrived = () => this.load();

  connectedCallback() {
    super.connectedCallback();
    uploads.addEventListener('arrived', this.#arrived);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    uploads.removeEventListener('arrived', this.#arrived);
    clearTimeout(this.#timer);
    this.#request?.abort();
  }

  /** Reads the list, again and again while something in it goes on. */
  async load() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      this.imports = (await api.imports(this.#request.signal)).imports;
      this.problem = null;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
      return;
    }
    if (this.isConnected && this.imports.some((run) => isMoving(run) || run.state === 'uploading')) this.#timer = setTimeout(() => this.load(), ASK_MS);
  }

  render() {
    setTitle(t('nav.imports'));
    return html`
      <header class="page-head">
        <div><h1>${t('nav.imports')}</h1><p class="muted">${t('imports.about')}</p></div>
      </header>
      ${importTabs('imports')}
      ${session.canEdit ? html`<drop-zone ?small=${this.imports?.length > 0} @files=${(event) => this.#take(event.detail)}></drop-zone>` : nothing}
      <upload-list></upload-list>
      <problem-notice .problem=${this.problem} .retry=${() => this.load()}></problem-notice>
      ${this.imports
        ? html`<import-list .imports=${this.imports} @changed=${() => this.load()}></import-list>`
        : this.problem ? nothing : skeleton(4, 'skeleton-rule')}
    `;
  }

  /** One file is followed to its page; several stay in the list. */
  async #take(files) {
    const ids = await Promise.all(files.map((file) => uploads.begin(file)));
    if (ids.length === 1 && ids[0]) router.go(importAddress(ids[0]));
    else this.load();
  }
}

customElements.define('imports-page', ImportsPage);
