import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from './element.js';
import { icon } from './icon.js';

/** Puts a text on the clipboard and says so. */
export class CopyButton extends Element {
  static properties = { text: { attribute: false }, label: {}, copied: { state: true } };

  render() {
    return html`
      <button class="button" type="button" @click=${this.#copy}>
        ${icon(this.copied ? 'check' : 'copy')}
        <span aria-live="polite">${this.copied ? t('copied') : (this.label ?? t('copy'))}</span>
      </button>
    `;
  }

  async #copy() {
    await navigator.clipboard.writeText(this.text);
    this.copied = true;
    setTimeout(() => (this.copied = false), 1600);
  }
}

customElements.define('copy-button', CopyButton);
