import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { Keys } from '../shared/keys.js';
import { unknownPage, skeleton } from '../shared/parts.js';
import { preferences } from '../shared/preferences.js';
import '../account/keys-page.js';
import '../account/login-page.js';
import '../customers/customer-page.js';
import '../explore/explore-page.js';
import '../connections/connection-form.js';
import '../connections/connection-page.js';
import '../connections/connections-page.js';
import '../duplicates/duplicates-page.js';
import '../imports/import-page.js';
import '../imports/imports-page.js';
import '../rules/new-rule.js';
import '../rules/rule-page.js';
import '../rules/rules-page.js';
import '../segments/segment-page.js';
import '../segments/segments-page.js';
import '../shared/problem-notice.js';
import '../shared/toasts.js';
import '../upkeep/upkeep-page.js';
import './help-dialog.js';
import './me-menu.js';
import './search-box.js';

const NAVIGATION = [
  { page: 'explore', address: '/' },
  { page: 'segments', address: '/segments' },
  { page: 'rules', address: '/rules' },
  { page: 'imports', address: '/imports' },
];
const SECTION_OF = { customer: 'explore', segment: 'segments', rule: 'rules', newRule: 'rules', import: 'imports', duplicates: 'imports', connections: 'imports', connection: 'imports', newConnection: 'imports', editConnection: 'imports' };

/** The frame of every screen: navigation, search, language, theme, account. */
export class AppShell extends Element {
  constructor() {
    super();
    this.watch(router);
    this.watch(session);
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
    if (page === 'login') return html`<login-page></login-page>`;
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
    if (session.problem) {
      return html`<problem-notice class="centred" .problem=${session.problem} .retry=${() => session.load()}></problem-notice>`;
    }
    if (!session.ready) return html`<div class="page-skeleton">${skeleton(12)}</div>`;
    switch (page) {
      case 'explore':
        return html`<explore-page></explore-page>`;
      case 'segments':
        return html`<segments-page></segments-page>`;
      case 'segment':
        return html`<segment-page .segmentId=${id}></segment-page>`;
      case 'rules':
        return html`<rules-page></rules-page>`;
      case 'newRule':
        return html`<new-rule></new-rule>`;
      case 'rule':
        return html`<rule-page .ruleId=${id}></rule-page>`;
      case 'imports':
        return html`<imports-page></imports-page>`;
      case 'import':
        return html`<import-page .importId=${id}></import-page>`;
      case 'connections':
        return html`<connections-page></connections-page>`;
      case 'connection':
        return html`<connection-page .name=${id}></connection-page>`;
      case 'newConnection':
      case 'editConnection':
        return html`<connection-form .name=${id}></connection-form>`;
      case 'duplicates':
        return html`<duplicates-page></duplicates-page>`;
      case 'customer':
        return html`<customer-page .customerId=${id}></customer-page>`;
      case 'upkeep':
        return html`<upkeep-page></upkeep-page>`;
      case 'keys':
        return html`<keys-page></keys-page>`;
      default:
        return unknownPage(t('unknown.title'), t('unknown.text'), html`<a class="button" href="/">${t('nav.explore')}</a>`);
    }
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
