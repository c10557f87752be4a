import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import '../shared/copy-button.js';
import '../shared/problem-notice.js';
import { session } from '../session.js';
import { toasts } from '../shared/toasts.js';
import { desk } from './import-desk.js';

const baseName = (file) => file.replace(/(\.(csv|tsv|txt|xlsx|ndjson|jsonl|json|gz|zip|xz|zst))+$/i, '');

/** Keeps the mapping under a name, or shows it as the text that experts write. */
export class MappingDialog extends Element {
  static properties = { part: { state: true }, wrong: { state: true }, busy: { state: true } };

  async show(part) {
    Object.assign(this, { part, wrong: null, busy: false });
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('input, textarea')?.focus();
  }

  render() {
    if (!this.part) return nothing;
    const title = t(this.part === 'name' ? 'mapping.saveTitle' : 'mapping.textTitle');
    return html`
      <dialog class="dialog ${this.part === 'text' ? 'dialog-wide' : ''}" aria-label=${title}>
        <form method="dialog" @submit=${this.#submit}>
          <header><h2>${title}</h2>
            <button class="icon-button" type="button" aria-label=${t('close')} @click=${this.#close}>${icon('close')}</button></header>
          ${this.part === 'name' ? this.#name() : this.#text()}
          <problem-notice .problem=${this.wrong}></problem-notice>
        </form>
      </dialog>
    `;
  }

  #name() {
    return html`
      <p class="muted">${t('mapping.saveText')}</p>
      <label class="field">${t('mapping.name')}<input class="input" name="name" required maxlength="200" .defaultValue=${desk.run.mappingName ?? baseName(desk.run.name)}></label>
      ${this.#foot(t('mapping.save'))}
    `;
  }

  #text() {
    const text = JSON.stringify(desk.mapping, null, 2);
    const fixed = desk.started || !session.canEdit;
    return html`
      <p class="muted">${t('mapping.textText')}</p>
      <textarea class="input mapping-text" name="text" rows="20" spellcheck="false" aria-label=${t('mapping.textTitle')} ?readonly=${fixed} .defaultValue=${text}></textarea>
      ${fixed ? html`<footer><copy-button .text=${text}></copy-button></footer>` : this.#foot(t('mapping.apply'), html`<copy-button .text=${text}></copy-button><span class="spacer"></span>`)}
    `;
  }

  #foot(verb, more = nothing) {
    return html`<footer>${more}<button class="button" type="button" @click=${this.#close}>${t('cancel')}</button><button class="button primary" ?disabled=${this.busy}>${verb}</button></footer>`;
  }

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    if (this.part === 'text') return this.#apply(form.get('text'));
    const name = form.get('name').trim();
    this.busy = true;
    const saved = await desk.saveAs(name);
    this.busy = false;
    if (!saved) {
      this.wrong = desk.problem;
      return;
    }
    this.#close();
    toasts.say(t('mapping.saved', name));
  }

  #apply(text) {
    try {
      desk.edit(JSON.parse(text));
      this.#close();
    } catch (error) {
      this.wrong = { title: t('mapping.notJson'), detail: error.message, faults: [] };
    }
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('mapping-dialog', MappingDialog);
