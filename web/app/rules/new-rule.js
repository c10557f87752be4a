import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { gradable, mainAmount, startOf, usualKind } from '../pure/rule-defaults.js';
import { KINDS } from '../pure/rule-shapes.js';
import { router, ruleAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle } from '../shared/parts.js';
import '../shared/problem-notice.js';

/** The start of a rule: which facet it grades and in which way. Everything else has a default. */
export class NewRule extends Element {
  static properties = {
    facet: { state: true },
    kind: { state: true },
    taken: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    Object.assign(this, { taken: new Map(), busy: false });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const { rules } = await api.rules();
      this.taken = new Map(rules.filter(({ state }) => state !== 'retired').map((rule) => [rule.facet, rule]));
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    const facets = gradable(session.schema);
    this.#choose((facets.find(({ name }) => !this.taken.has(name)) ?? facets[0])?.name);
  }

  #choose(name) {
    const facet = session.schema.field(name);
    if (facet) Object.assign(this, { facet, kind: usualKind(facet) });
  }

  render() {
    setTitle(t('rules.new'));
    const facets = gradable(session.schema);
    if (!session.canEdit || facets.length === 0) return emptyState(t('newRule.none'), t('newRule.noneText'), html`<a class="button" href="/rules">${t('nav.rules')}</a>`);
    if (!this.facet) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    const known = this.taken.get(this.facet.name);
    return html`
      <header class="page-head"><div><p class="muted crumbs"><a href="/rules">${t('nav.rules')}</a></p><h1>${t('rules.new')}</h1></div></header>
      <form class="new-rule" @submit=${this.#submit}>
        <label class="field">${t('newRule.facet')}
          <select class="input" name="facet" @change=${(event) => this.#choose(event.target.value)}>
            ${facets.map((field) => html`<option value=${field.name} ?selected=${field === this.facet}>${field.label[this.language]}</option>`)}
          </select>
        </label>
        ${known ? html`<p class="notice">${t('newRule.taken')} <a href=${ruleAddress(known.id)}>${known.name?.[this.language] ?? known.id}</a></p>` : nothing}
        <fieldset class="choices kinds">
          <legend>${t('newRule.kind')}</legend>
          ${KINDS.map(
            (kind) => html`<label class="choice">
              <input type="radio" name="kind" value=${kind} .checked=${kind === this.kind} @change=${() => (this.kind = kind)}>
              <span><strong>${t(`kind.${kind}`)}</strong><span class="muted">${t(`kindText.${kind}`)}</span></span>
            </label>`,
          )}
        </fieldset>
        <div class="name-fields">
          ${['en', 'zh'].map((language) => html`<label class="field">${t(`newRule.name.${language}`)}<input class="input" name=${language} maxlength="200" required .value=${this.facet.label[language]}></label>`)}
        </div>
        <problem-notice .problem=${this.problem}></problem-notice>
        <div class="new-rule-foot">
          <button class="button primary" ?disabled=${this.busy}>${t('newRule.create')}</button>
          <p class="muted">${t('newRule.text')}</p>
        </div>
      </form>
    `;
  }

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const { schema } = session;
    Object.assign(this, { busy: true, problem: null });
    try {
      const histogram = this.kind === 'bands' ? await this.#histogram(mainAmount(schema)) : null;
      const definition = startOf(this.kind, this.facet, schema, histogram);
      const rule = await api.createRule({ name: { en: form.get('en').trim(), zh: form.get('zh').trim() }, definition });
      router.go(ruleAddress(rule.id));
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.busy = false;
  }

  async #histogram(field) {
    if (!field?.facet) return null;
    const { facets } = await api.search({ facets: [{ field: field.name }], limit: 1 });
    return facets[0].histogram;
  }
}

customElements.define('new-rule', NewRule);
