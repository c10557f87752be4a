/** Cards of numbers with bars; every number opens its customers. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number, share } from '../pure/format.js';
import { addressOf } from '../pure/url-state.js';
import { fieldLabel } from '../rules/words.js';
import { preferences } from '../shared/preferences.js';
import { properties } from '../shared/properties.js';

function row(words, count, condition, part, whole) {
  const { language } = preferences;
  return html`<tr>
    <th scope="row">${words}</th>
    <td class="is-number share-cell"><span class="share-bar" ${properties({ '--share': whole ? part / whole : 0 })}></span>
      ${count ? html`<a href=${addressOf({ condition: { all: [condition] } })}>${number(count, language)}</a>` : html`<span class="muted">0</span>`}</td>
    <td class="is-number muted">${whole ? share(part, whole, language) : nothing}</td>
  </tr>`;
}

/** How customers are spread over ranges. */
export function numbersCard(title, numbers, customers, words) {
  if (numbers.length === 0) return nothing;
  return html`<section class="card" aria-label=${title}>
    <h2>${title}</h2>
    <table class="plain-table stale-dim"><tbody>${numbers.map((each) => row(words(each), each.count, each.condition, each.count, customers))}</tbody></table>
  </section>`;
}

/** The wanted fields that most customers lack, as a share of those who should have them. */
export function missingCard(missing) {
  const lacking = missing.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return html`<section class="card" aria-label=${t('upkeep.missing')}>
    <h2>${t('upkeep.missing')}</h2>
    ${lacking.length
      ? html`<table class="plain-table stale-dim"><tbody>${lacking.map((each) => row(fieldLabel(each.field), each.count, each.condition, each.count, each.of))}</tbody></table>`
      : html`<p class="muted">${t('upkeep.nothingMissing')}</p>`}
  </section>`;
}
