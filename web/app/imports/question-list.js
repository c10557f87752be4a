import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { moveTarget, targetsOf, withDates, withDecimalComma, withTarget, withValue } from '../pure/column-targets.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { answerTo, keepAnswer, openQuestions } from './answers.js';
import { desk } from './import-desk.js';
import { isJoined } from './words.js';

const targetOf = (value) => {
  const [rows, field] = value.split('.');
  return { rows, field };
};

/** What the answer to each kind of question changes in the mapping. */
const EFFECTS = {
  'date-order': (mapping, { column }, value) => withDates(mapping, column, value),
  'decimal-mark': (mapping, { column }, value) => withDecimalComma(mapping, column, value === ',' || value === 'comma'),
  id: (mapping, { rows = 'customers' }, value) => withTarget(mapping, value, { rows, field: 'id' }),
  target(mapping, { column }, value) {
    const to = value && value !== 'none' ? targetOf(value) : null;
    return moveTarget(mapping, column, targetsOf(mapping, column)[0] ?? null, to, to !== null && isJoined(to));
  },
  'unknown-values': (mapping, { column, value: text }, value) => targetsOf(mapping, column).reduce((result, target) => withValue(result, target, text ?? column, value), mapping),
};

/** The few things that the file itself does not say. Each is asked with real examples. */
export class QuestionList extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { questions = [] } = desk.proposal;
    if (questions.length === 0 || desk.started) return nothing;
    const left = openQuestions(desk.id, questions).length;
    return html`
      <section class="questions ${left ? '' : 'is-answered'}" aria-labelledby="questions-title">
        <h2 id="questions-title">${left ? html`${icon('question')}${t('questions.title', left)}` : html`${icon('check')}${t('questions.done')}`}</h2>
        <div aria-live="polite">${questions.map((question, i) => this.#question(question, i))}</div>
      </section>
    `;
  }

  #question(question, i) {
    const answer = answerTo(desk.id, question);
    const open = answer === undefined;
    return html`
      <fieldset class="question ${open ? 'is-open' : ''}" ?disabled=${!session.canEdit}>
        <legend>${question.text?.[this.language] ?? t(`question.${question.kind}`, question.column)}</legend>
        <div class="question-options">
          ${question.options.map(
            (option) => html`<button
              type="button" class="answer" aria-pressed=${option.value === answer ? 'true' : 'false'}
              data-question=${i} data-value=${option.value} @click=${() => this.#answer(question, option.value)}
            ><strong>${option.label?.[this.language] ?? option.value}</strong>${option.example ? html`<span class="muted number">${option.example}</span>` : nothing}</button>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #answer(question, value) {
    keepAnswer(desk.id, question, value);
    const effect = EFFECTS[question.kind];
    desk.edit(effect ? effect(desk.mapping, question, value) : desk.mapping);
  }
}

customElements.define('question-list', QuestionList);
