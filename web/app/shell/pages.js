/** The pages there are: each page's modules are loaded when it is first shown. */
import { html } from 'lit';

const PAGES = {
  explore: [() => import('../explore/explore-page.js'), () => html`<explore-page></explore-page>`],
  segments: [() => import('../segments/segments-page.js'), () => html`<segments-page></segments-page>`],
  segment: [() => import('../segments/segment-page.js'), (id) => html`<segment-page .segmentId=${id}></segment-page>`],
  rules: [() => import('../rules/rules-page.js'), () => html`<rules-page></rules-page>`],
  newRule: [() => import('../rules/new-rule.js'), () => html`<new-rule></new-rule>`],
  rule: [() => import('../rules/rule-page.js'), (id) => html`<rule-page .ruleId=${id}></rule-page>`],
  imports: [() => import('../imports/imports-page.js'), () => html`<imports-page></imports-page>`],
  import: [() => import('../imports/import-page.js'), (id) => html`<import-page .importId=${id}></import-page>`],
  connections: [() => import('../connections/connections-page.js'), () => html`<connections-page></connections-page>`],
  connection: [() => import('../connections/connection-page.js'), (id) => html`<connection-page .name=${id}></connection-page>`],
  newConnection: [() => import('../connections/connection-form.js'), (id) => html`<connection-form .name=${id}></connection-form>`],
  editConnection: [() => import('../connections/connection-form.js'), (id) => html`<connection-form .name=${id}></connection-form>`],
  duplicates: [() => import('../duplicates/duplicates-page.js'), () => html`<duplicates-page></duplicates-page>`],
  customer: [() => import('../customers/customer-page.js'), (id) => html`<customer-page .customerId=${id}></customer-page>`],
  upkeep: [() => import('../upkeep/upkeep-page.js'), () => html`<upkeep-page></upkeep-page>`],
  keys: [() => import('../account/keys-page.js'), () => html`<keys-page></keys-page>`],
  login: [() => import('../account/login-page.js'), () => html`<login-page></login-page>`],
};

/** Says `change` when a page's modules have arrived, or could not be had. */
class Pages extends EventTarget {
  #states = new Map();

  has(name) {
    return Object.hasOwn(PAGES, name);
  }

  /** Begins to load a page, unless that has begun. @returns {'loading' | 'ready' | 'failed'} */
  state(name) {
    if (!this.#states.has(name)) this.#load(name);
    return this.#states.get(name);
  }

  view(name, id) {
    return PAGES[name][1](id);
  }

  async #load(name) {
    this.#states.set(name, 'loading');
    try {
      await PAGES[name][0]();
      this.#states.set(name, 'ready');
    } catch {
      this.#states.set(name, 'failed');
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const pages = new Pages();
