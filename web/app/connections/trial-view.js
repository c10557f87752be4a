import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { count, targetLabel } from '../imports/words.js';

const SHOWN = 5;

/** The first rows of a query, each column with what it would become. */
export function trialView(trial) {
  const targets = new Map(trial.proposal.columns.map(({ column, target }) => [column, target]));
  return html`
    <div class="trial-rows" role="status">
      <p class="good">${t('connection.answers', count(trial.rows), trial.more)}</p>
      <div class="table-scroll">
        <table class="list">
          <thead><tr>${trial.header.map((name) => html`<th scope="col">${name}<span class="muted by">${targetOf(targets.get(name))}</span></th>`)}</tr></thead>
          <tbody>${trial.first.slice(0, SHOWN).map((row) => html`<tr>${row.map((cell) => html`<td title=${cell}>${cell}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${trial.proposal.questions.length
        ? html`<div class="notice"><div><strong>${t('connection.questions')}</strong><ul>${trial.proposal.questions.map(({ column, text }) => html`<li>${column}: ${text[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en']}</li>`)}</ul></div></div>`
        : nothing}
    </div>
  `;
}

function targetOf(target) {
  return target ? `→ ${targetLabel(target)}` : t('connection.unused');
}
