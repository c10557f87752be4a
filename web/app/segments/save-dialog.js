import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { router, segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { toasts } from '../shared/toasts.js';
import '../shared/problem-notice.js';
import { effectOf, effectWords } from './effect.js';

/** Saves a condition as a new segment or as a new version of one, showing the effect beforehand. */
export class SaveDialog extends Element {
  static properties = {
    segment: { state: true },
    condition: { state: true },
    effect: { state: true },
    folders: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.folders = [];
  }

  forNew(condition) {
    this.#show({ segment: null, condition });
  }

  forSegment(segment, condition = segment.condition) {
    this.#show({ segment, condition });
  }

  async #show(subject) {
    Object.assign(this, subject, { effect: null, problem: null, busy: false });
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('[name=name]').focus();
    this.#prepare();
  }

  async #prepare() {
    try {
      const [effect, { segments }] = await Promise.all([effectOf(this.condition, this.segment), api.segments(false)]);
      this.effect = effect;
      this.folders = [...new Set(segments.map((segment) => segment.folder).filter(Boolean))].sort();
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    const { segment } = this;
    return html`
      <dialog class="dialog" aria-labelledby="save-title">
        <form method="dialog" @submit=${this.#save}>
          <header>
            <h2 id="save-title">${segment ? t('save.titleUpdate', segment.name) : t('save.title')}</h2>
            <button type="button" class="icon-button" aria-label=${t('close')} @click=${this.#close}>${icon('close')}</button>
          </header>
          <div class="effect" aria-live="polite">${this.#effect()}</div>
          <label class="field"><span>${t('segment.name')}</span><input class="input" name="name" required maxlength="200" autocomplete="off" .defaultValue=${segment?.name ?? ''}></label>
          <label class="field"><span>${t('segment.folder')} <i>${t('optional')}</i></span><input class="input" name="folder" maxlength="200" list="folders" autocomplete="off" .defaultValue=${segment?.folder ?? ''}></label>
          <datalist id="folders">${this.folders.map((folder) => html`<option value=${folder}></option>`)}</datalist>
          <label class="field"><span>${t('segment.note')} <i>${t('optional')}</i></span><textarea class="input" name="note" rows="2" maxlength="2000" .defaultValue=${segment?.note ?? ''}></textarea></label>
          ${segment
            ? html`<label class="field"><span>${t('save.comment')} <i>${t('optional')}</i></span><input class="input" name="comment" maxlength="500" autocomplete="off" placeholder=${t('save.commentPlaceholder')}></label>`
            : nothing}
          <problem-notice .problem=${this.problem}></problem-notice>
          <footer>
            <button type="button" class="button" @click=${this.#close}>${t('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${segment ? t('save.update') : t('save.create')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  #effect() {
    if (!this.condition) return nothing;
    if (!this.effect) return html`<span class="skeleton-effect" role="img" aria-label=${t('loading')}></span>`;
    return effectWords(this.effect, this.language);
  }

  #close() {
    this.querySelector('dialog').close();
  }

  async #save(event) {
    event.preventDefault();
    const entered = Object.fromEntries([...new FormData(event.target)].map(([key, text]) => [key, text.trim()]));
    const body = { ...entered, condition: this.condition };
    Object.assign(this, { busy: true, problem: null });
    try {
      const saved = this.segment
        ? await api.updateSegment(this.segment.id, this.segment.version, body)
        : await api.createSegment(body);
      this.#close();
      toasts.say(t('save.done', saved.name));
      this.emit('saved', saved);
      router.go(segmentAddress(saved.id));
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.busy = false;
  }
}

customElements.define('save-dialog', SaveDialog);
