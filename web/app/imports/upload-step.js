import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { continues } from '../pure/upload-plan.js';
import { Element } from '../shared/element.js';
import { progressBar } from './progress-bar.js';
import { desk } from './import-desk.js';
import './upload-list.js';
import { uploads } from './uploads.js';
import { sizeWords } from './words.js';

/** A file that has not arrived: on its way from this window, or to be chosen again to go on. */
export class UploadStep extends Element {
  static properties = { wrong: { state: true } };

  constructor() {
    super();
    this.watch(uploads);
  }

  render() {
    const { run } = desk;
    if (uploads.of(run.id)) return html`<upload-list .importId=${run.id}></upload-list>`;
    return html`
      <section class="card upload-rest">
        <h2>${t('upload.restTitle')}</h2>
        <p>${t('upload.restText', sizeWords(run.received), sizeWords(run.size))}</p>
        ${progressBar(run.size ? run.received / run.size : 0, t('upload.label', run.name))}
        <label class="button primary"><input class="hidden" type="file" @change=${this.#chosen}>${t('upload.chooseAgain', run.name)}</label>
        <p class="bad" role="alert">${this.wrong ? t('upload.otherFile', run.name, sizeWords(run.size)) : ''}</p>
      </section>
    `;
  }

  #chosen(event) {
    const [file] = event.target.files;
    event.target.value = '';
    if (!file) return;
    this.wrong = !continues(file, desk.run);
    if (!this.wrong) uploads.begin(file, desk.run.id);
  }
}

customElements.define('upload-step', UploadStep);
