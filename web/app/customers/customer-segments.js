import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { segmentAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { skeleton } from '../shared/parts.js';
import '../shared/problem-notice.js';
import './explain-tree.js';

/** The segments a customer is in, each with the reason why. */
export class CustomerSegments extends Element {
  static properties = {
    customerId: { attribute: false },
    segments: { state: true },
    explained: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('customerId')) this.#load();
  }

  async #load() {
    Object.assign(this, { segments: null, explained: {}, problem: null });
    try {
      this.segments = (await api.segmentsOf(this.customerId)).segments;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    if (this.problem) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>`;
    if (!this.segments) return skeleton(3);
    if (this.segments.length === 0) return html`<p class="muted">${t('customer.noSegments')}</p>`;
    return html`<ul class="plain segment-reasons">${this.segments.map((segment) => this.#segment(segment))}</ul>`;
  }

  #segment(segment) {
    const reason = this.explained[segment.id];
    return html`
      <li>
        <div class="segment-line">
          <a href=${segmentAddress(segment.id)} title=${segment.name}>${segment.name}</a>
          ${segment.folder ? html`<span class="muted">${segment.folder}</span>` : nothing}
          <span class="spacer"></span>
          <button class="link" aria-expanded=${reason ? 'true' : 'false'} aria-label=${t('explain.whyIn', segment.name)} @click=${() => this.#toggle(segment.id)}>
            ${t('explain.why')}${icon(reason ? 'up' : 'down')}
          </button>
        </div>
        ${reason ? html`<explain-tree .node=${reason.tree} .condition=${reason.condition}></explain-tree>` : nothing}
      </li>
    `;
  }

  async #toggle(id) {
    if (this.explained[id]) {
      this.explained = { ...this.explained, [id]: null };
      return;
    }
    try {
      const [{ tree }, { condition }] = await Promise.all([api.explain(this.customerId, id), api.segment(id)]);
      this.explained = { ...this.explained, [id]: { tree, condition } };
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }
}

customElements.define('customer-segments', CustomerSegments);
