import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { marked } from '../shared/parts.js';
import { preferences } from '../shared/preferences.js';

/** The entries under the search box: customers first, then values to filter by. */
export function suggestionList({ customers, values }, active, choose) {
  const row = (index, content) => html`
    <div
      id="suggestion-${index}" class="suggestion" role="option" aria-selected=${index === active ? 'true' : 'false'}
      @mousedown=${(event) => event.preventDefault()} @click=${() => choose(index)}
    >${content}</div>
  `;
  return html`
    ${customers.length ? html`<div class="suggestion-head" role="presentation">${t('search.customers')}</div>` : nothing}
    ${customers.map((customer, i) => row(i, customerEntry(customer)))}
    ${values.length ? html`<div class="suggestion-head" role="presentation">${t('search.values')}</div>` : nothing}
    ${values.map((value, i) => row(customers.length + i, valueEntry(value)))}
  `;
}

function customerEntry({ id, title, fields, highlights = {} }) {
  const { schema } = session;
  const where = Object.keys(highlights).find((name) => name !== schema.title && fields[name] !== undefined);
  const why = highlights[schema.title] ? undefined : where;
  const values = why ? [fields[why]].flat() : [];
  const mark = why ? highlights[why][0] : undefined;
  return html`
    <span class="suggestion-title">${marked(title, highlights[schema.title])}</span>
    ${mark
      ? html`<span class="muted">${schema.label(why, preferences.language)} ${marked(String(values[mark.value] ?? ''), [mark])}</span>`
      : nothing}
    <span class="suggestion-id muted">${id}</span>
  `;
}

function valueEntry({ field, value, count }) {
  const { language } = preferences;
  return html`
    <span class="muted">${session.schema.label(field, language)}</span>
    <span class="suggestion-title" title=${value}>${session.schema.valueLabel(field, value, language)}</span>
    <span class="suggestion-id number">${number(count, language)}</span>
  `;
}
