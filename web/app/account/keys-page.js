import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle, skeleton, timeAgo } from '../shared/parts.js';
import { toasts } from '../shared/toasts.js';
import '../shared/confirm-dialog.js';
import '../shared/copy-button.js';
import '../shared/problem-notice.js';

const ROLES = ['viewer', 'editor', 'admin'];

/** API keys for programs, and login links for people. */
export class KeysPage extends Element {
  static properties = {
    keys: { state: true },
    created: { state: true },
    link: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #try(action) {
    this.problem = null;
    try {
      await action();
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }

  #load() {
    return this.#try(async () => {
      this.keys = (await api.keys()).keys;
    });
  }

  render() {
    setTitle(t('keys.title'));
    return html`
      <header class="page-head"><div><h1>${t('keys.title')}</h1><p class="muted">${t('keys.about')}</p></div></header>
      <problem-notice .problem=${this.problem} .retry=${this.keys ? null : () => this.#load()}></problem-notice>
      <form class="inline-form card" @submit=${this.#create}>
        <label class="field"><span>${t('keys.name')}</span><input class="input" name="name" required maxlength="100" autocomplete="off" placeholder=${t('keys.namePlaceholder')}></label>
        <label class="field"><span>${t('keys.role')}</span>
          <select class="input" name="role">${ROLES.map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select>
        </label>
        <button class="button primary">${t('keys.create')}</button>
      </form>
      ${this.created ? this.#secret(t('keys.once', this.created.name), this.created.key) : nothing}
      ${this.keys ? this.#list() : this.problem ? nothing : skeleton(4)}
      <section class="card login-links">
        <div><h2>${t('links.title')}</h2><p class="muted">${t('links.about')}</p></div>
        <button class="button" @click=${this.#newLink}>${t('links.create')}</button>
      </section>
      ${this.link ? this.#secret(t('links.once'), this.link) : nothing}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #secret(text, secret) {
    return html`
      <div class="notice notice-good secret" role="status">
        <div><strong>${text}</strong><code>${secret}</code></div>
        <copy-button .text=${secret}></copy-button>
      </div>
    `;
  }

  #list() {
    if (this.keys.length === 0) return emptyState(t('keys.none'), t('keys.noneText'));
    return html`
      <div class="table-scroll">
        <table class="list">
          <thead>
            <tr><th scope="col">${t('keys.name')}</th><th scope="col">${t('keys.role')}</th><th scope="col">${t('keys.created')}</th><th scope="col">${t('keys.used')}</th><th><span class="hidden">${t('actions')}</span></th></tr>
          </thead>
          <tbody>
            ${this.keys.map(
              (key) => html`<tr>
                <th scope="row">${key.name}</th><td>${t(`role.${key.role}`)}</td><td>${timeAgo(key.createdAt)}</td>
                <td>${key.lastUsedAt ? timeAgo(key.lastUsedAt) : html`<span class="muted">${t('keys.never')}</span>`}</td>
                <td class="is-number"><button class="link danger" aria-label=${t('keys.revokeOne', key.name)} @click=${() => this.#revoke(key)}>${t('keys.revoke')}</button></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #create(event) {
    event.preventDefault();
    const form = event.target;
    const { name, role } = Object.fromEntries(new FormData(form));
    this.#try(async () => {
      this.created = await api.createKey(name.trim(), role);
      form.reset();
      await this.#load();
    });
  }

  async #revoke(key) {
    const agreed = await this.querySelector('confirm-dialog').ask({
      title: t('keys.confirm', key.name),
      text: t('keys.confirmText'),
      verb: t('keys.revoke'),
    });
    if (!agreed) return;
    await this.#try(async () => {
      await api.revokeKey(key.id);
      if (this.created?.id === key.id) this.created = null;
      toasts.say(t('keys.revoked', key.name));
      await this.#load();
    });
  }

  #newLink() {
    this.#try(async () => {
      this.link = (await api.loginLink()).url;
    });
  }
}

customElements.define('keys-page', KeysPage);
