import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { addressOf } from '../pure/url-state.js';
import { router, segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import '../shared/confirm-dialog.js';
import { icon } from '../shared/icon.js';
import { menu } from '../shared/menu.js';
import { toasts } from '../shared/toasts.js';
import '../shared/problem-notice.js';

/** What one can do with a segment. Only deleting asks first, because it cannot be undone. */
export class SegmentActions extends Element {
  static properties = { segment: { attribute: false }, problem: { state: true } };

  render() {
    const { segment } = this;
    const view = addressOf({ condition: { all: [{ segment: segment.id }] } });
    const items = [
      ['segment.details', () => this.emit('details')],
      ['segment.clone', () => this.#clone()],
      segment.archived ? ['segment.unarchive', () => this.#archive(false)] : ['segment.archive', () => this.#archive(true)],
    ];
    return html`
      <div class="actions">
        <a class="button" href=${view}>${t('segment.explore')}</a>
        ${session.canEdit
          ? html`<button class="button" @click=${() => this.emit('edit')}>${t('segment.edit')}</button>
              ${menu({
                label: t('actions'),
                className: 'button icon-only',
                button: icon('more'),
                content: html`
                  ${items.map(([text, act]) => html`<button class="menu-item" @click=${act}>${t(text)}</button>`)}
                  <button class="menu-item danger" @click=${() => this.#delete()}>${t('segment.delete')}</button>
                `,
              })}`
          : nothing}
      </div>
      <problem-notice .problem=${this.problem}></problem-notice>
      <confirm-dialog></confirm-dialog>
    `;
  }

  async #try(action) {
    this.problem = null;
    try {
      await action();
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }

  #clone() {
    return this.#try(async () => {
      const copy = await api.cloneSegment(this.segment.id, t('segment.copyOf', this.segment.name));
      toasts.say(t('segment.cloned', copy.name));
      router.go(segmentAddress(copy.id));
    });
  }

  #archive(archived) {
    const { id, name } = this.segment;
    return this.#try(async () => {
      await (archived ? api.archiveSegment(id) : api.unarchiveSegment(id));
      toasts.say(t(archived ? 'segment.archivedDone' : 'segment.unarchivedDone', name), () => this.#archive(!archived));
      this.emit('changed');
    });
  }

  async #delete() {
    const { id, name } = this.segment;
    const agreed = await this.querySelector('confirm-dialog').ask({
      title: t('segment.deleteTitle', name),
      text: t('segment.deleteText'),
      verb: t('segment.delete'),
    });
    if (!agreed) return;
    await this.#try(async () => {
      await api.deleteSegment(id);
      toasts.say(t('segment.deleted', name));
      router.go('/segments');
    });
  }
}

customElements.define('segment-actions', SegmentActions);
