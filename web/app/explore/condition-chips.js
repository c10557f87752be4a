import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { partsOf, removePart } from '../pure/condition.js';
import { START } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { store } from '../store.js';
import { partWords } from './part-words.js';

/** The condition as a sentence, part by part; each part can be edited and taken away. */
export class ConditionChips extends Element {
  #words = new Map();

  constructor() {
    super();
    this.watch(store);
  }

  render() {
    const { condition, text } = store.question;
    const parts = partsOf(condition);
    this.#learn();
    if (parts.length === 0 && !text) return html`<p class="chips chips-empty muted">${t('chips.everyone')}</p>`;
    const clear = () => store.change({ condition: START.condition, text: '' });
    return html`
      <ul class="chips" aria-label=${t('condition.label')}>
        ${text ? this.#chip(t('chips.text', text), null, () => store.change({ text: '' })) : nothing}
        ${parts.map((part, i) =>
          this.#chip(this.#wordsOf(part), `/all/${i}`, () => store.change({ condition: removePart(condition, i) })),
        )}
        <li><button class="link" @click=${clear}>${t('chips.clear')}</button></li>
      </ul>
    `;
  }

  #chip(words, pointer, remove) {
    const edit = () => this.emit('edit-part', pointer);
    return html`
      <li class="chip">
        ${pointer === null
          ? html`<span class="chip-words" title=${words}>${words}</span>`
          : html`<button class="chip-words" title=${words} @click=${edit}>${words}</button>`}
        <button class="chip-remove" aria-label=${t('chips.remove', words)} @click=${remove}>${icon('close')}</button>
      </li>
    `;
  }

  /** Remembers the server's words for each part, so that a part keeps them while it is on screen. */
  #learn() {
    const { answer, counted } = store;
    if (!answer || !counted) return;
    for (const language of ['en', 'zh']) {
      const parts = new Map(answer.wording[language].parts.map((part) => [part.pointer, part.text]));
      partsOf(counted.condition).forEach((part, i) => {
        const words = parts.get(`/all/${i}`);
        if (words) this.#words.set(language + JSON.stringify(part), words);
      });
    }
  }

  #wordsOf(part) {
    const known = this.#words.get(this.language + JSON.stringify(part));
    return known ?? partWords(part, session.schema, this.language);
  }
}

customElements.define('condition-chips', ConditionChips);
