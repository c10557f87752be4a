import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { between, keyedValue, labelLines, placeOf, stepAt, valueAt } from '../pure/cut-scale.js';
import { compact, number } from '../pure/format.js';
import { heights } from '../pure/histogram.js';
import { toDay } from '../pure/rule-shapes.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { properties } from '../shared/properties.js';
import { amount, fieldLabel, gradeLabel, shade } from './words.js';

const AXIS_LABELS = 5;
const LABEL_WIDTH = 0.13;

/**
 * The customers of a field by value, in the colours of the grades that the cut points give them. A
 * cut point is moved by dragging or, once focused, with the arrow keys; fixed ones are only shown.
 * Edges and cut points are numbers; dates are days since 1970.
 */
export class CutHistogram extends Element {
  static properties = {
    facet: { attribute: false },
    field: { attribute: false },
    edges: { attribute: false },
    counts: { attribute: false },
    /** Ascending; grade i lies below cut i, the last grade above the last cut. */
    cuts: { attribute: false },
    grades: { attribute: false },
    fixed: { attribute: false },
  };

  #dragged = -1;

  render() {
    const tall = heights(this.counts);
    const lines = labelLines(this.cuts.map((cut) => placeOf(this.edges, cut)), LABEL_WIDTH);
    const middle = (i) => (this.edges[i] + this.edges[i + 1]) / 2;
    return html`
      <div class="cuts ${lines.includes(1) ? 'has-two-lines' : ''}" aria-label=${t('cuts.label', fieldLabel(this.field))} role="group">
        <div class="cuts-bars">
          ${this.counts.map(
            (count, i) => html`<span class="bucket" title=${t('range.bucket', amount(this.field, this.edges[i]), amount(this.field, this.edges[i + 1]), number(count, this.language))}>
              <span ${properties({ '--height': tall[i] })} ${shade(this.facet, this.#gradeAt(middle(i)))}></span>
            </span>`,
          )}
        </div>
        ${this.cuts.map((cut, i) => this.#mark(cut, i, lines[i]))}
      </div>
      <div class="cuts-axis number" aria-hidden="true">${this.#axis()}</div>
    `;
  }

  #gradeAt(value) {
    return this.grades[this.cuts.filter((cut) => value >= cut).length];
  }

  #axis() {
    const last = this.edges.length - 1;
    const labels = Math.min(AXIS_LABELS, this.edges.length);
    return Array.from({ length: labels }, (_, i) => {
      const edge = this.edges[Math.round((i * last) / (labels - 1))];
      return html`<span title=${amount(this.field, edge)}>${this.#isDate ? toDay(edge).slice(0, 7) : compact(edge, this.language)}</span>`;
    });
  }

  #mark(cut, i, line) {
    const place = placeOf(this.edges, cut);
    const label = html`<span class="cut-value number">${this.#isDate ? amount(this.field, cut) : number(cut, this.language, this.#shownDecimals(cut))}</span>`;
    const position = properties({ '--place': place });
    const side = `${place > 0.85 ? 'is-right' : ''} ${line ? 'is-second' : ''}`;
    if (this.fixed) return html`<span class="cut is-fixed ${side}" ${position}>${label}</span>`;
    return html`
      <button
        type="button" class="cut ${side}" role="slider" aria-orientation="horizontal" ${position}
        aria-label=${t('cuts.cut', gradeLabel(this.facet, this.grades[i + 1]))}
        aria-valuemin=${this.edges[0]} aria-valuemax=${this.edges.at(-1)} aria-valuenow=${cut} aria-valuetext=${amount(this.field, cut)}
        @keydown=${(event) => this.#key(event, i)} @pointerdown=${(event) => this.#grab(event, i)}
        @pointermove=${this.#move} @pointerup=${this.#drop} @pointercancel=${this.#drop}
      >${label}</button>
    `;
  }

  get #isDate() {
    return session.schema.field(this.field)?.type === 'date';
  }

  get #decimals() {
    return session.schema.field(this.field)?.decimals ?? 0;
  }

  #shownDecimals(cut) {
    return Math.min(2, (String(cut).split('.')[1] ?? '').length);
  }

  #grab(event, i) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#dragged = i;
  }

  #move(event) {
    if (this.#dragged < 0) return;
    const box = this.querySelector('.cuts-bars').getBoundingClientRect();
    const place = (event.clientX - box.left) / box.width;
    this.#cut(this.#dragged, valueAt(this.edges, place, this.#decimals));
  }

  #drop() {
    this.#dragged = -1;
  }

  #key(event, i) {
    const value = keyedValue(this.edges, this.cuts[i], event.key, this.#decimals);
    if (value === undefined) return;
    event.preventDefault();
    this.#cut(i, value);
  }

  #cut(index, value) {
    const step = stepAt(this.edges, placeOf(this.edges, value), this.#decimals);
    const kept = between(value, this.cuts[index - 1], this.cuts[index + 1], step);
    if (kept !== this.cuts[index]) this.emit('cut', { index, value: kept });
  }
}

customElements.define('cut-histogram', CutHistogram);
