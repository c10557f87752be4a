import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { fieldValue, fullValue } from '../customers/field-value.js';
import { share } from '../pure/format.js';
import { customerAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { likelihood, reasonLine } from './match-words.js';
import { review } from './review.js';

const SIDES = ['left', 'right'];

/** Two customers side by side: what differs, what is taken from which, and the decision. */
export class DuplicatePair extends Element {
  constructor() {
    super();
    this.watch(review);
  }

  render() {
    const { pair } = review;
    if (!pair) return nothing;
    const open = session.canEdit && ['review', 'automatic'].includes(pair.state);
    return html`
      <section class="pair card" aria-labelledby="pair-title" data-pair=${pair.id}>
        <header class="card-head">
          <div><h2 id="pair-title">${likelihood(pair.score, review.settings ?? {})} <span class="muted number">${share(pair.score, 1, this.language)}</span></h2></div>
          ${this.#decisions(pair, open)}
        </header>
        <ul class="plain reasons">${pair.reasons.map(reasonLine)}</ul>
        <table class="pair-table ${open ? 'is-open' : ''}">
          <thead><tr><td></td>${SIDES.map((side) => this.#head(pair, side, open))}${open ? html`<th scope="col"><span class="hidden">${t('pair.both')}</span></th>` : nothing}</tr></thead>
          <tbody>${review.rows.map((row) => this.#row(row, open))}</tbody>
        </table>
      </section>
    `;
  }

  #decisions({ state, undoable, changed }, open) {
    if (!session.canEdit) return nothing;
    if (undoable === false) return html`<p class="muted">${changed}</p>`;
    if (!open) return html`<div class="actions"><button class="button" ?disabled=${review.busy} @click=${() => review.undo(review.pair)}>${t(state === 'merged' ? 'pair.undoMerge' : 'pair.undoApart')} <kbd>u</kbd></button></div>`;
    return html`
      <div class="actions">
        <button class="button" ?disabled=${review.busy} @click=${() => review.setApart()}>${t('pair.setApart')} <kbd>d</kbd></button>
        <button class="button primary" ?disabled=${review.busy} @click=${() => review.merge()}>${t('pair.merge')} <kbd>m</kbd></button>
      </div>
    `;
  }

  #head(pair, side, open) {
    const customer = pair[side];
    return html`
      <th scope="col" class=${open && review.keep === side ? 'is-kept' : ''}>
        <a href=${customerAddress(customer.id)}>${session.schema.titleOf(customer)}</a>
        <span class="muted number">${customer.id}</span>
        ${open ? html`<label class="switch"><input type="radio" name="keep" .checked=${review.keep === side} @change=${() => review.keepSide(side)}>${t('pair.keep')}</label>` : nothing}
      </th>
    `;
  }

  #row(row, open) {
    const { field, state } = row;
    const known = session.schema.field(field);
    const label = known.label[this.language];
    const choosable = open && state !== 'same';
    return html`
      <tr class="is-${state}">
        <th scope="row">${label}</th>
        ${SIDES.map((side) => html`<td>${choosable ? this.#choice(row, side, known, label) : html`<span class="number">${fullValue(known, row[side])}</span>`}</td>`)}
        ${open ? html`<td>${choosable && known.multi && state === 'differs' ? this.#both(field, label) : nothing}</td>` : nothing}
      </tr>
    `;
  }

  #choice(row, side, known, label) {
    const chosen = review.choices[row.field];
    const pressed = chosen === side || chosen === 'both';
    return html`<button type="button" class="side number" aria-pressed=${pressed ? 'true' : 'false'} aria-label=${t('pair.take', label, [row[side] ?? t('none')].flat().join(t('comma')))} @click=${() => review.choose(row.field, side)}>${fieldValue(known, row[side])}</button>`;
  }

  #both(field, label) {
    const pressed = review.choices[field] === 'both';
    return html`<button type="button" class="side both" aria-pressed=${pressed ? 'true' : 'false'} aria-label=${t('pair.bothOf', label)} @click=${() => review.choose(field, 'both')}>${t('pair.both')}</button>`;
  }
}

customElements.define('duplicate-pair', DuplicatePair);
