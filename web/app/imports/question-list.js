import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { answered, isAsked, isMissing, isReference } from '../pure/import-questions.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { answerTo, isOpen, keepAnswer, openQuestions } from './answers.js';
import { desk } from './import-desk.js';
import { joinButton } from './join-file.js';

/** The few things that the file itself does not say. Each is asked with real examples. */
export class QuestionList extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const questions = desk.proposal?.questions ?? [];
    if (questions.length === 0 || desk.started) return nothing;
    const left = openQuestions(desk.id, desk.mapping, desk.proposal).length;
    return html`
      <section class="questions ${left ? '' : 'is-answered'}" aria-labelledby="questions-title">
        <h2 id="questions-title">${left ? html`${icon('question')}${t('questions.title', left)}` : html`${icon('check')}${t('questions.done')}`}</h2>
        <div aria-live="polite">${questions.map((question, i) => this.#question(question, i))}</div>
      </section>
    `;
  }

  #question(question, i) {
    const answer = answerTo(desk.id, question);
    const open = isOpen(desk.id, question, desk.mapping, desk.proposal);
    return html`
      <fieldset class="question ${open ? 'is-open' : ''}" ?disabled=${!session.canEdit}>
        <legend>${question.text?.[this.language] ?? t(`question.${question.kind}`, question.column)}</legend>
        <div class="question-options">
          ${isAsked(question) ? nothing : html`<span class="muted">${question.kind === 'unknown-values' ? t('questions.values') : nothing}</span>`}
          ${(isAsked(question) ? question.options : []).map(
            (option) => html`<button
              type="button" class="answer" aria-pressed=${option.value === answer ? 'true' : 'false'}
              data-question=${i} data-value=${option.value} @click=${() => this.#answer(question, option.value)}
            ><strong>${option.value === '#row' ? t('questions.rowNumber') : (option.label?.[this.language] ?? option.value)}</strong>${option.example ? html`<span class="muted number">${option.example}</span>` : nothing}</button>`,
          )}
          ${open && isMissing(question) ? joinButton() : nothing}
          ${isReference(question) && answer === 'none' ? html`<span>${t('questions.leaveOut')}</span>` : nothing}
        </div>
      </fieldset>
    `;
  }

  #answer(question, value) {
    keepAnswer(desk.id, question, value);
    desk.edit(answered(desk.mapping, question, value, desk.proposal));
  }
}

customElements.define('question-list', QuestionList);
