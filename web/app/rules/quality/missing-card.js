import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { number, share } from '../../pure/format.js';
import { addressOf } from '../../pure/url-state.js';
import { preferences } from '../../shared/preferences.js';
import { fieldLabel } from '../words.js';

/** Fields the rule reads that customers often lack; each opens those customers. */
export function missingCard(missing = []) {
  const { language } = preferences;
  return html`
    <section class="card" aria-label=${t('missing.title')}>
      <h2>${t('missing.title')}</h2>
      ${missing.length
        ? html`<table class="plain-table"><tbody>${missing.map(
            (row) => html`<tr><th scope="row">${fieldLabel(row.field)}</th>
              <td class="is-number">${row.missing ? html`<a href=${addressOf({ condition: { all: [{ field: row.field, exists: false }] } })}>${number(row.missing, language)}</a>` : html`<span class="muted">0</span>`}</td>
              <td class="is-number muted">${share(row.share, 1, language)}</td></tr>`,
          )}</tbody></table>`
        : html`<p class="muted">${t('missing.none')}</p>`}
    </section>
  `;
}
