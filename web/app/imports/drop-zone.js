import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

/** A place for files, which may be dropped anywhere on the page. Tells `files`. */
export class DropZone extends Element {
  static properties = { over: { state: true }, small: { type: Boolean } };

  #listeners = {
    dragenter: (event) => this.#drag(event),
    dragover: (event) => this.#drag(event),
    dragleave: (event) => event.relatedTarget === null && (this.over = false),
    drop: (event) => this.#drop(event),
  };

  connectedCallback() {
    super.connectedCallback();
    for (const [type, listener] of Object.entries(this.#listeners)) addEventListener(type, listener);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const [type, listener] of Object.entries(this.#listeners)) removeEventListener(type, listener);
  }

  render() {
    return html`
      <div class="drop-zone ${this.over ? 'is-over' : ''} ${this.small ? 'is-small' : ''}">
        ${icon('upload')}
        <div>
          <h2>${t('drop.title')}</h2>
          <p class="muted">${t('drop.text')}</p>
        </div>
        <label class="button primary">
          <input class="hidden" type="file" multiple accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl,.json,.gz,.zip,.xz,.zst" @change=${this.#chosen}>${t('drop.choose')}
        </label>
      </div>
      <div class="drop-cover" ?hidden=${!this.over} aria-hidden="true"><div>${icon('upload')}<strong>${t('drop.now')}</strong></div></div>
    `;
  }

  #drag(event) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.over = true;
  }

  #drop(event) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.over = false;
    this.#give([...event.dataTransfer.files]);
  }

  #chosen(event) {
    this.#give([...event.target.files]);
    event.target.value = '';
  }

  #give(files) {
    if (files.length) this.emit('files', files);
  }
}

customElements.define('drop-zone', DropZone);
