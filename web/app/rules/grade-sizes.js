import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number, share } from '../pure/format.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import { properties } from '../shared/properties.js';
import { difference, gradeLabel, inOrder, shade } from './words.js';
import { workbench } from './workbench.js';

/** How many customers each grade would have, against how many it has. */
export class GradeSizes extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  render() {
    const { preview, rule } = workbench;
    if (!preview) return html`<section class="card">${skeleton(5)}</section>`;
    const { language } = this;
    const { customers, moved } = preview;
    const rows = inOrder(rule.facet, preview.sizes, ({ before, after }) => before + after);
    const most = Math.max(1, ...rows.map(({ before, after }) => Math.max(before, after)));
    return html`
      <section class="card" aria-label=${t('trial.sizes')}>
        <p class="moved stale-dim"><strong class="total-number number">${number(moved, language)}</strong> <span>${t('trial.move', moved)}</span></p>
        <p class="muted stale-dim">${moved === 0 ? t('trial.nobodyMoves', number(customers, language)) : t('trial.moveShare', share(moved, customers, language), number(customers, language))}</p>
        <table class="sizes stale-dim">
          <caption class="hidden">${t('trial.sizes')}</caption>
          <thead><tr><th scope="col">${t('trial.grade')}</th><th scope="col"><span class="hidden">${t('trial.size')}</span></th><th scope="col" class="is-number">${t('trial.after')}</th><th scope="col" class="is-number">${t('trial.change')}</th></tr></thead>
          <tbody>
            ${rows.map(
              ({ value, before, after }) => html`<tr>
                <th scope="row"><span class="grade-name">${gradeLabel(rule.facet, value)}</span></th>
                <td><span class="size-bar" ${shade(rule.facet, value)} ${properties({ '--after': after / most, '--before': before / most })}><span></span><i title=${t('trial.before', number(before, language))}></i></span></td>
                <td class="is-number"><strong>${number(after, language)}</strong> <span class="muted">${share(after, customers, language)}</span></td>
                <td class="is-number">${difference(after - before)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${preview.tookMillis === undefined ? nothing : html`<p class="muted took number">${t('trial.took', number(customers, language), number(preview.tookMillis, language))}</p>`}
      </section>
    `;
  }
}

customElements.define('grade-sizes', GradeSizes);
