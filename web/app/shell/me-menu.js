import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { menu } from '../shared/menu.js';

/** Who is signed in, and what they can do about it. */
export class MeMenu extends Element {
  constructor() {
    super();
    this.watch(session);
  }

  render() {
    const { me } = session;
    return menu({
      label: t('me.label', me?.name ?? ''),
      className: 'quiet me-button',
      button: html`<span>${me?.name ?? '…'}</span>${icon('down')}`,
      content: me ? this.#content(me) : nothing,
    });
  }

  #content(me) {
    return html`
      <div class="menu-head"><strong>${me.name}</strong><span>${t(`role.${me.role}`)}</span></div>
      <a class="menu-item" href="/upkeep">${t('nav.upkeep')}</a>
      ${session.isAdmin ? html`<a class="menu-item" href="/keys">${t('keys.title')}</a>` : nothing}
      <button class="menu-item" @click=${() => this.emit('help')}>${t('help.title')}<kbd>?</kbd></button>
      <button class="menu-item" @click=${() => session.signOut()}>${t('me.signOut')}</button>
      <div class="menu-foot">Winnow ${me.version}</div>
    `;
  }
}

customElements.define('me-menu', MeMenu);
