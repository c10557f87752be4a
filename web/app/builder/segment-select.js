import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';

/** Chooses a saved segment. */
export class SegmentSelect extends Element {
  static properties = { segment: { attribute: false }, segments: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.segments = (await api.segments(false)).segments;
    } catch (problem) {
      session.isOver(problem);
    }
  }

  render() {
    const segments = this.segments ?? [];
    const known = segments.some(({ id }) => id === this.segment);
    return html`
      <select class="input compact" aria-label=${t('subject.segment')} @change=${(event) => this.emit('pick', event.target.value)}>
        <option value="" ?selected=${!this.segment}>${t('clause.chooseSegment')}</option>
        ${this.segment && !known ? html`<option value=${this.segment} selected>${this.segment}</option>` : ''}
        ${segments.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.segment}>${name}</option>`)}
      </select>
    `;
  }
}

customElements.define('segment-select', SegmentSelect);
