import { html } from 'lit';
import { properties } from '../shared/properties.js';

/** How far something is, from 0 to 1; the words stand beside it. */
export function progressBar(part, label) {
  return html`
    <div class="job-bar" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(part * 100)}>
      <span ${properties({ '--share': part })}></span>
    </div>
  `;
}
