/** What the reader answered to the questions of an import, kept in this tab: a reload asks nothing twice. */

import { isAsked, isReference } from '../pure/import-questions.js';

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

/** The questions that still wait for an answer; a table that is nothing to import goes no further. */
export function openQuestions(run, questions = []) {
  return questions.filter((question) => {
    const answer = answerTo(run, question);
    return isAsked(question) && (answer === undefined || (isReference(question) && answer === 'none'));
  });
}
