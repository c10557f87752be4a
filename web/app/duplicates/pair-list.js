import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { share } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { review } from './review.js';
import { reasonsBrief } from './match-words.js';

/** The pairs of a state, the likeliest first. */
export class PairList extends Element {
  constructor() {
    super();
    this.watch(review);
  }

  render() {
    return html`
      <div class="pair-list card">
        <ul class="plain" aria-label=${t('duplicates.pairs')}>
          ${review.pairs.map((pair) => this.#pair(pair))}
        </ul>
        ${review.next ? html`<button class="link pair-more" @click=${() => review.load(true)}>${t('duplicates.more')}</button>` : nothing}
      </div>
    `;
  }

  #pair(pair) {
    const current = pair.id === review.current;
    return html`
      <li>
        <button class="pair-line" aria-current=${current ? 'true' : nothing} data-pair=${pair.id} @click=${() => review.look(pair.id)}>
          <span class="pair-names"><span>${session.schema.titleOf(pair.left)}</span><span>${session.schema.titleOf(pair.right)}</span></span>
          <span class="number pair-score">${share(pair.score, 1, this.language)}</span>
          <span class="muted pair-why">${reasonsBrief(pair.reasons)}</span>
        </button>
      </li>
    `;
  }

  updated() {
    this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('pair-list', PairList);
