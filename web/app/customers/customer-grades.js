import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './grade-line.js';
import './override-dialog.js';

/** A customer's grades: what each is, why, when it changes, and who has set it by hand. */
export class CustomerGrades extends Element {
  static properties = { customerId: { attribute: false }, grades: { state: true }, problem: { state: true } };

  #request;

  willUpdate(changed) {
    if (changed.has('customerId')) this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async load() {
    this.#request?.abort();
    this.#request = new AbortController();
    this.problem = null;
    try {
      this.grades = (await api.grades(this.customerId, this.#request.signal)).grades;
      this.emit('graded', this.grades.map(({ facet }) => facet));
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.load()}></problem-notice>`;
    if (!this.grades) return skeleton(3);
    if (this.grades.length === 0) return html`<p class="muted">${t('grades.none')}</p>`;
    return html`
      <ul class="plain grade-lines">
        ${this.grades.map((grade) => html`<li><grade-line .grade=${grade} @override=${() => this.querySelector('override-dialog').show(this.customerId, grade)}></grade-line></li>`)}
      </ul>
      ${session.canEdit ? html`<override-dialog @saved=${() => this.#saved()}></override-dialog>` : nothing}
    `;
  }

  #saved() {
    this.emit('regraded');
    return this.load();
  }
}

customElements.define('customer-grades', CustomerGrades);
