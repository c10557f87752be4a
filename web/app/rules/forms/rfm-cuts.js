import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { number } from '../../pure/format.js';
import { Element } from '../../shared/element.js';
import { amountInput } from '../controls.js';

const PARTS = ['recency', 'frequency', 'monetary'];

/** The cut points between the scores: found from the customers, or fixed by hand. */
export class RfmCuts extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    const fixed = this.definition.method === 'fixed';
    const cuts = fixed ? this.definition.cuts : this.cuts;
    if (!cuts && !fixed) return html`<p class="muted hint">${t('rfm.cutsPending')}</p>`;
    return html`<dl class="values cut-lists">
      ${PARTS.map(
        (part) => html`<div><dt>${t(`rfm.cutsOf.${part}`)}</dt><dd class="number">${fixed ? this.#inputs(part) : (cuts[part] ?? []).map((cut) => html`<span>${number(cut, this.language, this.#decimals(cut))}</span>`)}</dd></div>`,
      )}
    </dl>`;
  }

  #decimals(cut) {
    return Math.min(2, (String(cut).split('.')[1] ?? '').length);
  }

  #inputs(part) {
    const count = this.definition.scores - 1;
    const values = this.definition.cuts?.[part] ?? [];
    const take = (i) => (value) => {
      const changed = Array.from({ length: count }, (_, at) => (at === i ? value : (values[at] ?? 0)));
      this.emit('cuts', { ...this.definition.cuts, [part]: changed });
    };
    return Array.from({ length: count }, (_, i) => amountInput(t('rfm.cutNumber', t(`rfm.${part}`), i + 1), values[i], take(i)));
  }
}

customElements.define('rfm-cuts', RfmCuts);
