import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { toasts } from '../shared/toasts.js';
import { nameOf } from './words.js';
import { workbench } from './workbench.js';

/** Publishes what is being tried, after saying what it does and asking why. */
export class PublishDialog extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  async show() {
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('textarea').focus();
  }

  render() {
    const { rule, preview } = workbench;
    if (!rule) return nothing;
    return html`
      <dialog class="dialog" aria-label=${t('publish.title', nameOf(rule))}>
        <form method="dialog" @submit=${this.#submit}>
          <header><h2>${t('publish.title', nameOf(rule))}</h2>
            <button class="icon-button" type="button" aria-label=${t('close')} @click=${this.#close}>${icon('close')}</button></header>
          <div class="effect">
            ${preview ? html`<p><strong class="number">${number(preview.moved, this.language)}</strong> ${t('publish.move', preview.moved)}</p>
              <p class="muted publish-sentence">${preview.sentence?.[this.language]}</p>` : nothing}
          </div>
          <label class="field"><span>${t('publish.comment')} <i>${t('optional')}</i></span>
            <textarea class="input" name="comment" rows="2" maxlength="1000" placeholder=${t('publish.commentPlaceholder')}></textarea></label>
          <p class="muted">${t('publish.text')}</p>
          <footer>
            <button class="button" type="button" @click=${this.#close}>${t('cancel')}</button>
            <button class="button primary">${t('draft.publish')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  #close() {
    this.querySelector('dialog').close();
  }

  async #submit(event) {
    event.preventDefault();
    const { id, version, state } = workbench.rule;
    const comment = new FormData(event.target).get('comment').trim();
    this.#close();
    await workbench.publish(comment);
    const { rule, problem } = workbench;
    if (problem || rule?.id !== id) return;
    const undo = state === 'published' ? () => workbench.rule?.id === id && workbench.rollback(version, t('publish.undone', rule.version)) : undefined;
    toasts.say(t('publish.done', nameOf(rule), rule.version), undo);
  }
}

customElements.define('publish-dialog', PublishDialog);
