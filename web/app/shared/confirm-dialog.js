import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from './element.js';

/** Asks before something that cannot be undone. */
export class ConfirmDialog extends Element {
  static properties = { question: { state: true } };

  /**
   * @param {{title: string, text: string, verb: string}} question
   * @returns {Promise<boolean>} whether the reader agreed
   */
  async ask(question) {
    this.question = question;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'agreed'), { once: true });
    });
  }

  render() {
    const { title, text, verb } = this.question ?? {};
    return html`
      <dialog class="dialog dialog-small" aria-label=${title ?? ''}>
        <form method="dialog">
          <header><h2>${title}</h2></header>
          <p>${text}</p>
          <footer>
            <button class="button" value="">${t('cancel')}</button>
            <button class="button danger-button" value="agreed">${verb}</button>
          </footer>
        </form>
      </dialog>
    `;
  }
}

customElements.define('confirm-dialog', ConfirmDialog);
