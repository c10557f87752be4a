import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { share } from '../pure/format.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import '../shared/problem-notice.js';
import { progressBar } from './progress-bar.js';
import { uploads } from './uploads.js';
import { sizeWords } from './words.js';

/** Files on their way, all or those of one import. */
export class UploadList extends Element {
  static properties = { importId: { attribute: false } };

  constructor() {
    super();
    this.watch(uploads);
  }

  render() {
    const shown = uploads.list.filter(({ id }) => !this.importId || id === this.importId);
    return shown.length ? html`<div class="uploads">${shown.map((upload) => this.#upload(upload))}</div>` : nothing;
  }

  #upload(upload) {
    const { name, size, sent, state, problem } = upload;
    return html`
      <div class="upload card" role="status">
        <div class="job-words">
          <strong>${name}</strong>
          <span class="number muted">${t(`upload.${state}`)}<span class="dot">·</span>${t('upload.of', sizeWords(sent), sizeWords(size))}<span class="dot">·</span>${share(sent, size, this.language)}</span>
        </div>
        ${progressBar(size ? sent / size : 0, t('upload.label', name))}
        ${problem ? html`<problem-notice .problem=${problem}></problem-notice>` : nothing}
        <div class="actions">
          ${state === 'failed' ? html`<button class="button" @click=${() => uploads.retry(upload)}>${t('upload.resume')}</button>` : nothing}
          <button class="icon-button" aria-label=${t('upload.stop', name)} title=${t('upload.stop', name)} @click=${() => uploads.stop(upload)}>${icon('close')}</button>
        </div>
      </div>
    `;
  }
}

customElements.define('upload-list', UploadList);
