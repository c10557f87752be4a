import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { compact, number } from '../pure/format.js';
import { brushOf, edgeAt, heights, moveHandle } from '../pure/histogram.js';
import { formatOrdered } from '../pure/schema.js';
import { Element } from '../shared/element.js';
import { properties } from '../shared/properties.js';

/** Bars over the edges with a brush: drag across bars, drag a handle, or move it with the arrow keys. */
export class HistogramBrush extends Element {
  static properties = {
    field: { attribute: false },
    edges: { attribute: false },
    counts: { attribute: false },
    range: { attribute: false },
    drag: { state: true },
  };

  render() {
    const last = this.edges.length - 1;
    const [from, to] = this.drag?.brush ?? brushOf(this.edges, this.range, this.field.type === 'date');
    const filtered = this.drag || this.range;
    const tall = heights(this.counts);
    return html`
      <div class="histogram ${filtered ? 'is-filtered' : ''}" ${properties({ '--from': from / last, '--to': to / last })}>
        <div
          class="bars stale-dim" @pointerdown=${this.#start} @pointermove=${this.#move}
          @pointerup=${this.#end} @pointercancel=${() => (this.drag = null)}
        >
          ${this.counts.map(
            (count, i) => html`<span class="bucket ${i >= from && i < to ? 'is-in' : ''}" title=${this.#bucketTitle(i, count)}>
              <span ${properties({ '--height': tall[i] })}></span>
            </span>`,
          )}
        </div>
        ${this.#handle('from', [from, to])} ${this.#handle('to', [from, to])}
      </div>
      <div class="axis number" aria-hidden="true">
        <span title=${this.#full(this.edges[0])}>${this.#short(this.edges[0])}</span>
        <span title=${this.#full(this.edges[last])}>${this.#short(this.edges[last])}</span>
      </div>
    `;
  }

  #handle(name, brush) {
    const last = this.edges.length - 1;
    const at = brush[name === 'from' ? 0 : 1];
    return html`
      <button
        type="button" class="handle handle-${name}" role="slider" aria-orientation="horizontal"
        aria-label=${`${this.field.label[this.language]}: ${t(`range.${name}`)}`}
        aria-valuemin="0" aria-valuemax=${last} aria-valuenow=${at} aria-valuetext=${this.#full(this.edges[at])}
        @keydown=${(event) => this.#key(event, name, brush)} @pointerdown=${(event) => this.#grab(event, name, brush)}
        @pointermove=${this.#move} @pointerup=${this.#end} @pointercancel=${() => (this.drag = null)}
      ></button>
    `;
  }

  #short(edge) {
    return this.field.type === 'date' ? edge.slice(0, 7) : compact(edge, this.language);
  }

  #full(edge) {
    return formatOrdered(this.field, edge, this.language);
  }

  #bucketTitle(i, count) {
    return t('range.bucket', this.#full(this.edges[i]), this.#full(this.edges[i + 1]), number(count, this.language));
  }

  #share(event) {
    const box = this.querySelector('.bars').getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  }

  #bucketAt(event) {
    return Math.min(this.counts.length - 1, Math.floor(this.#share(event) * this.counts.length));
  }

  #start(event) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bucket = this.#bucketAt(event);
    this.drag = { bucket, brush: [bucket, bucket + 1] };
  }

  #grab(event, handle, brush) {
    event.currentTarget.setPointerCapture(event.pointerId);
    this.drag = { handle, brush };
  }

  #move(event) {
    if (!this.drag) return;
    const { bucket, handle, brush } = this.drag;
    if (bucket !== undefined) {
      const here = this.#bucketAt(event);
      this.drag = { bucket, brush: [Math.min(bucket, here), Math.max(bucket, here) + 1] };
      return;
    }
    const edge = edgeAt(this.edges, this.#share(event));
    const [from, to] = brush;
    this.drag = { handle, brush: handle === 'from' ? [Math.min(edge, to - 1), to] : [from, Math.max(edge, from + 1)] };
  }

  #end() {
    if (!this.drag) return;
    const { brush } = this.drag;
    this.drag = null;
    this.emit('brush', brush);
  }

  #key(event, handle, brush) {
    const moved = moveHandle(brush, handle, event.key, this.edges.length - 1);
    if (moved[0] === brush[0] && moved[1] === brush[1]) return;
    event.preventDefault();
    this.emit('brush', moved);
  }
}

customElements.define('histogram-brush', HistogramBrush);
