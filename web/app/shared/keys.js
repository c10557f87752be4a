/** Single-key commands. They are silent while one types or a dialog is open. */

const typing = (target) => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** What the browser itself does something with when the key is pressed on it. */
const OPERATED_BY = { Enter: 'a, button, summary', ' ': 'button, summary, input' };

/**
 * A reactive controller that listens as long as its component is on screen.
 *
 * @param {import('lit').ReactiveControllerHost} host
 * @param {Record<string, (event: KeyboardEvent) => void>} commands by `event.key`
 */
export class Keys {
  constructor(host, commands) {
    this.commands = commands;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this);
  }

  handleEvent(event) {
    const command = this.commands[event.key];
    const modified = event.metaKey || event.ctrlKey || event.altKey || event.isComposing;
    if (!command || modified || event.defaultPrevented || typing(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.target.closest(OPERATED_BY[event.key] ?? 'none')) return;
    event.preventDefault();
    command(event);
  }
}
