import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { ACTIVITY_SUBJECTS, blankClause, operatorOf, operatorsOf, SPECIAL_SUBJECTS, subjectOf, withOperator } from '../pure/clause.js';
import { isComplete } from '../pure/condition.js';
import { core } from '../pure/clause.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import './clause-value.js';

/** One clause in a row: subject, operator, value, exact count. */
export class ConditionClause extends Element {
  static properties = { node: { attribute: false }, count: { attribute: false } };

  render() {
    const { schema } = session;
    const subject = subjectOf(this.node, schema);
    const operator = operatorOf(this.node);
    const operators = operatorsOf(subject, schema);
    const known = operators.includes(operator) ? operators : [operator, ...operators];
    const complete = isComplete(core(this.node));
    return html`
      <div class="clause">
        ${this.#subjects(subject)}
        <select class="input compact" aria-label=${t('clause.operator')} @change=${(e) => this.#change(withOperator(this.node, subject, e.target.value))}>
          ${known.map((o) => html`<option value=${o} ?selected=${o === operator}>${this.#word(o, subject)}</option>`)}
        </select>
        <clause-value class="clause-value" .node=${this.node} .subject=${subject} .operator=${operator} @value=${(e) => this.#value(e)}></clause-value>
        <span class="number clause-count stale-dim">
          ${complete ? (this.count === undefined ? '' : number(this.count, this.language)) : html`<span class="muted">${t('clause.unfinished')}</span>`}
        </span>
        <button type="button" class="icon-button" aria-label=${t('clause.remove')} title=${t('clause.remove')} @click=${() => this.emit('remove-clause')}>${icon('close')}</button>
      </div>
    `;
  }

  #subjects(subject) {
    const { schema } = session;
    const option = (value, label) => html`<option value=${value} ?selected=${value === subject}>${label}</option>`;
    return html`
      <select class="input compact" aria-label=${t('clause.subject')} @change=${(e) => this.#subject(e.target.value)}>
        ${schema.field(subject) || subject.startsWith('@') ? nothing : option(subject, subject)}
        <optgroup label=${t('clause.fields')}>${schema.fields.map((field) => option(field.name, field.label[this.language]))}</optgroup>
        <optgroup label=${t('clause.activities')}>${ACTIVITY_SUBJECTS.map((kind) => option(kind, t(`subject.${kind.slice(1)}`)))}</optgroup>
        <optgroup label=${t('clause.others')}>${SPECIAL_SUBJECTS.map((special) => option(special, t(`subject.${special.slice(1)}`)))}</optgroup>
      </select>
    `;
  }

  /** Days are before and after rather than less and more. */
  #word(operator, subject) {
    const isDate = session.schema.field(subject)?.type === 'date';
    return t(isDate && /^(gte|gt|lte|lt)$/.test(operator) ? `op.date.${operator}` : `op.${operator}`);
  }

  #subject(subject) {
    this.#change(blankClause(subject, operatorsOf(subject, session.schema)[0]));
  }

  #value(event) {
    event.stopPropagation();
    this.#change(event.detail);
  }

  #change(node) {
    this.emit('change-clause', node);
  }
}

customElements.define('condition-clause', ConditionClause);
