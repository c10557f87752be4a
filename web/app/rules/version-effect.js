import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { difference, gradeLabel, inOrder, swatch } from './words.js';

/** How the grades would be if an earlier version counted again. */
export class VersionEffect extends Element {
  static properties = { rule: { attribute: false }, version: { attribute: false }, preview: { state: true }, problem: { state: true } };

  #request;

  willUpdate(changed) {
    if (changed.has('version')) this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async #ask() {
    this.#request?.abort();
    this.#request = new AbortController();
    Object.assign(this, { preview: null, problem: null });
    try {
      this.preview = await api.previewRule(this.rule.id, { definition: this.version.definition }, this.#request.signal);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#ask()}></problem-notice>`;
    if (!this.preview) return skeleton(2);
    const n = (value) => number(value, this.language);
    const { facet } = this.rule;
    const rows = inOrder(facet, this.preview.sizes, ({ before, after }) => before + after);
    return html`
      <p class="version-moved"><strong class="number">${n(this.preview.moved)}</strong> ${t('trial.move', this.preview.moved)}</p>
      <table class="plain-table version-sizes">
        <thead><tr><th scope="col">${t('trial.grade')}</th><th scope="col" class="is-number">${t('versions.current')}</th><th scope="col" class="is-number">${t('segment.version', this.version.version)}</th><th scope="col" class="is-number">${t('trial.change')}</th></tr></thead>
        <tbody>${rows.map(({ value, before, after }) => html`<tr><th scope="row">${swatch(facet, value)} ${gradeLabel(facet, value)}</th><td class="is-number">${n(before)}</td><td class="is-number"><strong>${n(after)}</strong></td><td class="is-number">${difference(after - before)}</td></tr>`)}</tbody>
      </table>
    `;
  }
}

customElements.define('version-effect', VersionEffect);
