import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { sameCell } from '../pure/moves.js';
import { customerAddress } from '../router.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import { gradeLabel, swatch } from './words.js';
import { workbench } from './workbench.js';

/** Who makes the move that was chosen, by name. */
export class MoversPanel extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  render() {
    const { cell, movers, preview, rule } = workbench;
    if (!preview || !cell) return nothing;
    const { customers = 0 } = preview.matrix.find((one) => sameCell(one, cell)) ?? {};
    return html`
      <section class="card" aria-label=${t('movers.title')}>
        <header class="card-head">
          <h2 class="move-words">${swatch(rule.facet, cell.from)}${gradeLabel(rule.facet, cell.from)}<span class="muted">→</span>${swatch(rule.facet, cell.to)}${gradeLabel(rule.facet, cell.to)}
            <span class="number muted stale-dim">${number(customers, this.language)} ${t('customers', customers)}</span></h2>
          <button class="icon-button" aria-label=${t('close')} @click=${() => workbench.look(null)}>${icon('close')}</button>
        </header>
        ${movers ? this.#list(movers, customers) : skeleton(4)}
      </section>
    `;
  }

  #list(movers, customers) {
    return html`
      <ul class="plain movers stale-dim">
        ${movers.map(({ id, name }) => html`<li><a href=${customerAddress(id)} title=${name ?? id}>${name ?? id}</a><span class="muted number">${id}</span></li>`)}
      </ul>
      ${movers.length < customers
        ? html`<button class="link" @click=${() => workbench.look(workbench.cell, true)}>${t('movers.more', number(customers - movers.length, this.language))}</button>`
        : nothing}
    `;
  }
}

customElements.define('movers-panel', MoversPanel);
