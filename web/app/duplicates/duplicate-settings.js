import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { review } from './review.js';

/** From which likeness on pairs are reviewed, and from which they count as certain. */
export class DuplicateSettings extends Element {
  static properties = { wrong: { state: true } };

  constructor() {
    super();
    this.watch(review);
  }

  render() {
    if (!review.settings) return nothing;
    return html`
      <button class="button" @click=${this.#show}>${t('settings.open')}</button>
      <dialog class="dialog" aria-labelledby="settings-title">
        <form method="dialog" @submit=${this.#submit}>
          <header><h2 id="settings-title">${t('settings.title')}</h2>
            <button class="icon-button" type="button" aria-label=${t('close')} @click=${this.#close}>${icon('close')}</button></header>
          ${this.#threshold('automatic')} ${this.#threshold('review')}
          <p class="muted">${t('settings.below')}</p>
          <p class="bad" role="alert">${this.wrong ? t('settings.wrong') : ''}</p>
          <footer><button class="button" type="button" @click=${this.#close}>${t('cancel')}</button><button class="button primary">${t('settings.save')}</button></footer>
        </form>
      </dialog>
    `;
  }

  #threshold(name) {
    return html`
      <label class="field">${t(`settings.${name}`)} <i>${t(`settings.${name}Text`)}</i>
        <span class="united"><input class="input short number" type="number" name=${name} min="0" max="100" step="1" required .value=${String(Math.round(review.settings[name] * 100))}><span class="muted">%</span></span></label>
    `;
  }

  #show() {
    this.wrong = false;
    this.querySelector('dialog').showModal();
  }

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const [automatic, least] = ['automatic', 'review'].map((name) => Number(form.get(name)) / 100);
    this.wrong = least > automatic;
    if (this.wrong) return;
    this.#close();
    await review.saveSettings({ automatic, review: least });
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('duplicate-settings', DuplicateSettings);
