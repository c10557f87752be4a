import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { setTitle } from '../shared/parts.js';
import '../shared/problem-notice.js';

/** Exchanges the one-time token of a login link for a session, or says how to get a link. */
export class LoginPage extends Element {
  static properties = { problem: { state: true }, busy: { state: true } };

  #open = () => {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    if (token) this.#signIn(token);
  };

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#open);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#open);
    super.disconnectedCallback();
  }

  async #signIn(token) {
    this.busy = true;
    history.replaceState(null, '', '/login');
    try {
      await session.signIn(token);
    } catch (problem) {
      Object.assign(this, { problem, busy: false });
    }
  }

  render() {
    setTitle(t('login.title'));
    return html`
      <main class="login">
        <div class="login-card">
          <img src="/favicon.svg" alt="" width="40" height="40">
          <h1>${t('login.title')}</h1>
          ${this.busy ? html`<p class="muted" role="status">${t('login.busy')}</p>` : this.#help()}
        </div>
      </main>
    `;
  }

  #help() {
    const used = this.problem && this.problem.status >= 400 && this.problem.status < 500;
    return html`
      ${used ? html`<p class="notice notice-danger" role="alert">${t('login.used')}</p>` : nothing}
      ${this.problem && !used ? html`<problem-notice .problem=${this.problem}></problem-notice>` : nothing}
      <p>${t('login.how')}</p>
      <pre class="code" tabindex="0"><code>winnow login</code></pre>
      <p class="muted">${t('login.orAdmin')}</p>
    `;
  }
}

customElements.define('login-page', LoginPage);
