import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { toDay, toNumber } from '../pure/rule-shapes.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton } from '../shared/parts.js';
import './cut-histogram.js';

/** Asks how the customers lie on a field, and shows it with a rule's cut points. */
export class FieldHistogram extends Element {
  static properties = {
    facet: { attribute: false },
    field: { attribute: false },
    cuts: { attribute: false },
    grades: { attribute: false },
    fixed: { attribute: false },
    histogram: { state: true },
  };

  #request;

  willUpdate(changed) {
    if (changed.has('field')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
  }

  async #load() {
    this.histogram = null;
    const field = session.schema.field(this.field);
    if (!field?.facet) return;
    this.#request?.abort();
    this.#request = new AbortController();
    try {
      const { facets } = await api.search({ facets: [{ field: this.field }], limit: 1 }, this.#request.signal);
      this.histogram = facets[0].histogram;
    } catch (problem) {
      if (!isAborted(problem)) session.isOver(problem);
    }
  }

  render() {
    if (!session.schema.field(this.field)?.facet) return nothing;
    if (!this.histogram) return skeleton(1, 'skeleton-cuts');
    const { edges, counts } = this.histogram;
    if (counts.length === 0) return html`<p class="muted">${t('facets.noValues')}</p>`;
    return html`<cut-histogram
      .facet=${this.facet} .field=${this.field} .edges=${edges.map(toNumber)} .counts=${counts} .cuts=${this.cuts.map(toNumber)} .grades=${this.grades} .fixed=${this.fixed}
      @cut=${this.#cut}
    ></cut-histogram>`;
  }

  #cut(event) {
    if (session.schema.field(this.field).type !== 'date') return;
    event.stopPropagation();
    this.emit('cut', { ...event.detail, value: toDay(event.detail.value) });
  }
}

customElements.define('field-histogram', FieldHistogram);
