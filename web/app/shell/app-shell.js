import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { Keys } from '../shared/keys.js';
import { unknownPage, skeleton } from '../shared/parts.js';
import { preferences } from '../shared/preferences.js';
import '../shared/problem-notice.js';
import '../shared/toasts.js';
import './help-dialog.js';
import './me-menu.js';
import { pages } from './pages.js';
import './search-box.js';

const NAVIGATION = [
  { page: 'explore', address: '/' },
  { page: 'segments', address: '/segments' },
  { page: 'rules', address: '/rules' },
  { page: 'imports', address: '/imports' },
];
const SECTION_OF = { customer: 'explore', segment: 'segments', rule: 'rules', newRule: 'rules', import: 'imports', duplicates: 'imports', connections: 'imports', connection: 'imports', newConnection: 'imports', editConnection: 'imports' };

/** What is said when a page's modules could not be had. */
const UNREACHABLE = { status: 0, code: 'offline', title: '' };

/** The frame of every screen: navigation, search, language, theme, account. */
export class AppShell extends Element {
  constructor() {
    super();
    this.watch(router);
    this.watch(session);
    this.watch(pages);
    new Keys(this, {
      '/': () => this.querySelector('search-box')?.focusInput(),
      '?': () => this.querySelector('help-dialog').show(),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    if (router.route.page !== 'login') session.load();
  }

  render() {
    const { page, id } = router.route;
    if (page === 'login') return this.#content(page, id);
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${t('skip')}</a>
      ${this.#header(page)}
      <main id="content" tabindex="-1" class="page page-${page}">${this.#content(page, id)}</main>
      <toast-stack></toast-stack>
      <help-dialog></help-dialog>
    `;
  }

  #header(page) {
    const section = SECTION_OF[page] ?? page;
    const link = (entry) =>
      html`<a href=${entry.address} aria-current=${entry.page === section ? 'page' : nothing}>${t(`nav.${entry.page}`)}</a>`;
    return html`
      <header class="shell-header">
        <a class="brand" href="/" aria-label="Winnow"><img src="/favicon.svg" alt="" width="22" height="22"><span>Winnow</span></a>
        <nav aria-label=${t('nav.label')}>${NAVIGATION.map(link)}</nav>
        <search-box></search-box>
        <div class="shell-tools">
          <button class="quiet" lang=${this.language === 'en' ? 'zh-CN' : 'en'} title=${t('language.other')} @click=${this.#switchLanguage}>
            ${this.language === 'en' ? '中文' : 'EN'}
          </button>
          <button class="icon-button" aria-label=${t('theme')} title=${t('theme')} @click=${() => preferences.toggleTheme()}>
            ${icon('theme')}
          </button>
          <me-menu @help=${() => this.querySelector('help-dialog').show()}></me-menu>
        </div>
      </header>
    `;
  }

  #content(page, id) {
    if (!pages.has(page)) {
      return unknownPage(t('unknown.title'), t('unknown.text'), html`<a class="button" href="/">${t('nav.explore')}</a>`);
    }
    const state = pages.state(page);
    const signedIn = page !== 'login';
    if (signedIn && session.problem) return this.#failed(session.problem, () => session.load());
    if (state === 'failed') return this.#failed(UNREACHABLE, () => location.reload());
    if (state === 'loading' || (signedIn && !session.ready)) {
      return html`<div class="page-skeleton">${skeleton(12)}</div>`;
    }
    return pages.view(page, id);
  }

  #failed(problem, retry) {
    return html`<problem-notice class="centred" .problem=${problem} .retry=${retry}></problem-notice>`;
  }

  #switchLanguage() {
    preferences.language = this.language === 'en' ? 'zh' : 'en';
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('#content').focus();
  }
}

customElements.define('app-shell', AppShell);
