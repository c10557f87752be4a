import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { sameCondition, withText } from '../pure/condition.js';
import { segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { store } from '../store.js';

/** Says which saved segment the question on screen belongs to, and saves the change to it. */
export class EditBanner extends Element {
  static properties = { segmentId: { attribute: false }, segment: { state: true } };

  constructor() {
    super();
    this.watch(store);
  }

  willUpdate(changed) {
    if (changed.has('segmentId') && this.segmentId !== this.segment?.id) this.#load();
  }

  async #load() {
    this.segment = null;
    if (!this.segmentId) return;
    try {
      this.segment = await api.segment(this.segmentId);
    } catch (problem) {
      if (!session.isOver(problem)) store.change({ segment: '' }, { replace: true });
    }
  }

  render() {
    if (!this.segmentId) return nothing;
    if (!this.segment) return html`<div class="edit-banner"></div>`;
    const { condition, text, page } = store.question;
    const changed = !sameCondition(withText(condition, text), withText(this.segment.condition, ''));
    return html`
      <div class="edit-banner">
        ${icon('segment')}
        <span>${t('edit.editing')} <a href=${segmentAddress(this.segment.id)}>${this.segment.name}</a></span>
        <span class="muted">${changed ? t('edit.changed') : t('edit.unchanged')}</span>
        <span class="spacer"></span>
        <button class="button primary" ?disabled=${!changed || !session.canEdit} @click=${() => this.emit('update-segment', this.segment)}>
          ${t('edit.save')}
        </button>
        <button class="icon-button" aria-label=${t('edit.leave')} title=${t('edit.leave')} @click=${() => store.change({ segment: '', page })}>
          ${icon('close')}
        </button>
      </div>
    `;
  }
}

customElements.define('edit-banner', EditBanner);
