import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';

const COMMANDS = [
  ['/', 'help.search'],
  ['j', 'help.next'],
  ['k', 'help.previous'],
  ['Space', 'help.look'],
  ['Enter', 'help.open'],
  ['e', 'help.edit'],
  ['s', 'help.save'],
  ['Esc', 'help.close'],
  ['?', 'help.help'],
];

/** The keyboard commands. */
export class HelpDialog extends Element {
  show() {
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`
      <dialog class="dialog dialog-small" aria-labelledby="help-title">
        <header>
          <h2 id="help-title">${t('help.title')}</h2>
          <form method="dialog"><button class="icon-button" aria-label=${t('close')}>${icon('close')}</button></form>
        </header>
        <dl class="keys">
          ${COMMANDS.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(text)}</dd></div>`)}
        </dl>
      </dialog>
    `;
  }
}

customElements.define('help-dialog', HelpDialog);
