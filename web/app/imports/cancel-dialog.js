import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from '../shared/element.js';
import { desk } from './import-desk.js';
import { count } from './words.js';

/** Stops an import, and asks what becomes of what it has written. */
export class CancelDialog extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  show() {
    this.querySelector('dialog').showModal();
  }

  render() {
    const { added = 0, changed = 0 } = desk.run?.counts ?? {};
    return html`
      <dialog class="dialog" aria-labelledby="cancel-title" @close=${this.#closed}>
        <form method="dialog">
          <header><h2 id="cancel-title">${t('cancelRun.title')}</h2></header>
          <p class="number">${t('cancelRun.text', count(added), count(changed))}</p>
          <footer>
            <button class="button" value="">${t('cancelRun.goOn')}</button>
            <button class="button" value="keep">${t('cancelRun.keep')}</button>
            <button class="button danger-button" value="undo">${t('cancelRun.undo')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  #closed({ target }) {
    const { returnValue } = target;
    target.returnValue = '';
    if (returnValue) desk.cancel(returnValue === 'undo');
  }
}

customElements.define('cancel-dialog', CancelDialog);
