import { html } from 'lit';

/** A symbol of icons.svg; decoration only, so its button needs a label. */
export function icon(name) {
  return html`<svg class="icon" aria-hidden="true" focusable="false"><use href=${`/icons.svg#${name}`}></use></svg>`;
}
