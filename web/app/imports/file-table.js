import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { count } from './words.js';

const SHOWN = 20;

/** The first rows as they stand in the file; cells unlike the rest of their column are marked. */
export function firstRows({ header, first, numbers, columns }) {
  const odd = columns.map((column) => new Set((column.odd ?? []).map(({ cell }) => cell)));
  const numeric = columns.map(({ content }) => content?.kind === 'numbers');
  const cell = (text, i) => {
    const strange = odd[i]?.has(text) && text !== '';
    return html`<td class="${numeric[i] ? 'is-number' : ''} ${strange ? 'is-odd' : ''}" title=${strange ? t('file.oddCell') : text}>${text}</td>`;
  };
  return html`
    <div class="table-scroll file-rows" tabindex="0" role="region" aria-label=${t('file.first')}>
      <table class="list">
        <thead><tr><th scope="col" class="is-number">${t('file.row')}</th>${header.map((name, i) => html`<th scope="col" class=${numeric[i] ? 'is-number' : ''} title=${name}>${name}</th>`)}</tr></thead>
        <tbody>
          ${first.slice(0, SHOWN).map((cells, i) => html`<tr><th scope="row" class="is-number muted">${count(numbers[i])}</th>${header.map((_, j) => cell(cells[j] ?? '', j))}</tr>`)}
        </tbody>
      </table>
    </div>
  `;
}
