/** What the reader answered to the questions of an import, kept in this tab: a reload asks nothing twice. */

import { isAsked, isLacking, isMissing, isReference } from '../pure/import-questions.js';

const key = (run) => `winnow.answers.${run}`;
const nameOf = ({ kind, column, text }) => [kind, column, column ? '' : text?.en].join(' ');

function read(run) {
  try {
    return JSON.parse(sessionStorage.getItem(key(run))) ?? {};
  } catch {
    return {};
  }
}

export function answerTo(run, question) {
  return read(run)[nameOf(question)];
}

/** Keeps an answer; undefined takes it back. */
export function keepAnswer(run, question, value) {
  const { [nameOf(question)]: _old, ...others } = read(run);
  try {
    sessionStorage.setItem(key(run), JSON.stringify(value === undefined ? others : { ...others, [nameOf(question)]: value }));
  } catch {
    // Without storage the mapping still has the answer.
  }
}

/** Whether a question waits for an answer; what is missing may also be given among the columns. */
export function isOpen(run, question, mapping, proposal) {
  const answer = answerTo(run, question);
  if (isMissing(question)) return answer !== '#none' && isLacking(question, mapping, proposal);
  return isAsked(question) && answer === undefined;
}

/** The questions that still wait for an answer; a table that is nothing to import goes no further. */
export function openQuestions(run, mapping, proposal) {
  return proposal.questions.filter((question) => isOpen(run, question, mapping, proposal) || (isReference(question) && answerTo(run, question) === 'none'));
}
