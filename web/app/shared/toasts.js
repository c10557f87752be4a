import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from './element.js';
import { icon } from './icon.js';

const LIFETIME_MS = 4000;
const LIFETIME_WITH_UNDO_MS = 10_000;

class Toasts extends EventTarget {
  list = [];

  /** Says something at the bottom of the screen, with a way back if there is one. */
  say(text, undo) {
    const toast = { text, undo };
    this.list = [...this.list.slice(-2), toast];
    setTimeout(() => this.remove(toast), undo ? LIFETIME_WITH_UNDO_MS : LIFETIME_MS);
    this.dispatchEvent(new Event('change'));
  }

  remove(toast) {
    this.list = this.list.filter((other) => other !== toast);
    this.dispatchEvent(new Event('change'));
  }
}

export const toasts = new Toasts();

/** Short messages about what has just been done. */
export class ToastStack extends Element {
  constructor() {
    super();
    this.watch(toasts);
  }

  render() {
    return html`<div class="toasts" role="status">${toasts.list.map((toast) => this.#toast(toast))}</div>`;
  }

  #toast(toast) {
    const undo = () => {
      toasts.remove(toast);
      toast.undo();
    };
    return html`
      <div class="toast">
        <span>${toast.text}</span>
        ${toast.undo ? html`<button class="link" @click=${undo}>${t('undo')}</button>` : nothing}
        <button class="icon-button" aria-label=${t('close')} @click=${() => toasts.remove(toast)}>${icon('close')}</button>
      </div>
    `;
  }
}

customElements.define('toast-stack', ToastStack);
