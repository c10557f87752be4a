import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { number, share } from '../../pure/format.js';
import { stabilityWord } from '../../pure/moves.js';
import { preferences } from '../../shared/preferences.js';
import { properties } from '../../shared/properties.js';
import { difference, gradeLabel, inOrder, shade } from '../words.js';

/** How far the sizes of the grades have drifted since the rule was published. */
export function stabilityCard(facet, { stability, distribution } = {}) {
  if (!distribution) return nothing;
  const { language } = preferences;
  const word = stabilityWord(stability ?? 0);
  const total = (key) => Math.max(1, distribution.reduce((sum, row) => sum + row[key], 0));
  const [then, now] = [total('then'), total('now')];
  const most = Math.max(...distribution.map((row) => Math.max(row.then / then, row.now / now)), 0.001);
  return html`
    <section class="card" aria-label=${t('stability.title')}>
      <h2>${t('stability.title')}</h2>
      <p class="verdict-line"><strong class="verdict-${word}">${t(`stability.${word}`)}</strong>
        <span class="muted number" title=${t('stability.about')}>${t('stability.index', number(stability ?? 0, language, 3))}</span></p>
      <p class="muted">${t(`stability.${word}Text`)}</p>
      <table class="plain-table sizes">
        <thead><tr><th scope="col">${t('trial.grade')}</th><th scope="col"><span class="hidden">${t('trial.size')}</span></th><th scope="col" class="is-number">${t('stability.then')}</th><th scope="col" class="is-number">${t('stability.now')}</th><th scope="col" class="is-number">${t('trial.change')}</th></tr></thead>
        <tbody>
          ${inOrder(facet, distribution, (row) => row.then + row.now).map(
            (row) => html`<tr><th scope="row"><span class="grade-name">${gradeLabel(facet, row.value)}</span></th>
              <td><span class="size-bar" ${shade(facet, row.value)} ${properties({ '--after': row.now / now / most, '--before': row.then / then / most })}><span></span><i title=${t('trial.before', number(row.then, language))}></i></span></td>
              <td class="is-number muted">${share(row.then, then, language)}</td>
              <td class="is-number"><strong>${number(row.now, language)}</strong> <span class="muted">${share(row.now, now, language)}</span></td>
              <td class="is-number">${difference(row.now - row.then)}</td></tr>`,
          )}
        </tbody>
      </table>
    </section>
  `;
}
