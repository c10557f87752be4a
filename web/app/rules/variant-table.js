import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { sameDefinition } from '../pure/rule-shapes.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { addVariant, removeVariant, variantsOf } from './variants.js';
import { difference, gradeLabel, inOrder, swatch } from './words.js';
import { workbench } from './workbench.js';

/** Several drafts of a rule side by side: the sizes of all grades, and how many would move. */
export class VariantTable extends Element {
  static properties = { previews: { state: true } };

  #request;

  constructor() {
    super();
    this.previews = new Map();
    this.watch(workbench);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  willUpdate() {
    const missing = this.#variants.find(({ definition }) => !this.previews.has(JSON.stringify(definition)));
    if (missing && !this.#request) this.#ask(missing.definition);
  }

  get #variants() {
    return workbench.rule ? variantsOf(workbench.rule.id) : [];
  }

  /** One after the other, so that what is being edited is not kept waiting. */
  async #ask(definition) {
    this.#request = new AbortController();
    const key = JSON.stringify(definition);
    let answer = null;
    try {
      answer = await api.previewRule(workbench.rule.id, { definition }, this.#request.signal);
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
    }
    this.#request = null;
    this.previews = new Map(this.previews).set(key, answer);
  }

  render() {
    const { preview, rule, definition } = workbench;
    if (!preview) return nothing;
    const variants = this.#variants;
    const kept = variants.some((variant) => sameDefinition(variant.definition, definition));
    return html`
      <section class="card" aria-label=${t('variants.title')}>
        <header class="card-head">
          <div><h2>${t('variants.title')}</h2><p class="muted">${t('variants.text')}</p></div>
          <button class="button" ?disabled=${kept} @click=${() => addVariant(rule.id, definition)}>${t('variants.keep')}</button>
        </header>
        ${variants.length ? this.#table(variants) : nothing}
      </section>
    `;
  }

  #table(variants) {
    const { preview, rule } = workbench;
    const n = (value) => number(value, this.language);
    const columns = variants.map((variant) => ({ ...variant, preview: this.previews.get(JSON.stringify(variant.definition)) }));
    const sizes = (column) => new Map(column.preview?.sizes.map(({ value, after }) => [value, after]));
    const cell = (after, before) => html`<td class="is-number">${after === undefined ? '–' : html`<strong>${n(after)}</strong> ${difference(after - before)}`}</td>`;
    return html`
      <div class="matrix-scroll">
        <table class="plain-table">
          <thead><tr>
            <th scope="col">${t('trial.grade')}</th><th scope="col" class="is-number">${t('variants.published')}</th><th scope="col" class="is-number">${t('variants.edited')}</th>
            ${columns.map(({ name, definition }) => html`<th scope="col" class="is-number"><span class="variant-head">${t('variants.name', name)}
              <button class="icon-button" aria-label=${t('variants.load', name)} title=${t('variants.load', name)} @click=${() => workbench.edit(definition)}>${icon('edit')}</button>
              <button class="icon-button" aria-label=${t('variants.remove', name)} title=${t('variants.remove', name)} @click=${() => removeVariant(rule.id, name)}>${icon('close')}</button></span></th>`)}
          </tr></thead>
          <tbody class="stale-dim">
            ${inOrder(rule.facet, preview.sizes, ({ before, after }) => before + after).map(
              ({ value, before, after }) => html`<tr><th scope="row">${swatch(rule.facet, value)} ${gradeLabel(rule.facet, value)}</th><td class="is-number">${n(before)}</td>${cell(after, before)}${columns.map((column) => cell(sizes(column).get(value), before))}</tr>`,
            )}
            <tr><th scope="row">${t('variants.moved')}</th><td class="is-number muted">–</td><td class="is-number"><strong>${n(preview.moved)}</strong></td>${columns.map((column) => html`<td class="is-number">${column.preview ? html`<strong>${n(column.preview.moved)}</strong>` : '–'}</td>`)}</tr>
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('variant-table', VariantTable);
