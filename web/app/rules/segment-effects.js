import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { segmentAddress } from '../router.js';
import { Element } from '../shared/element.js';
import { workbench } from './workbench.js';

/** What the change would do to the segments that depend on the grade. */
export class SegmentEffects extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  render() {
    const { preview } = workbench;
    if (!preview) return nothing;
    const n = (value) => number(value, this.language);
    return html`
      <section class="card" aria-label=${t('effects.title')}>
        <h2>${t('effects.title')}</h2>
        ${preview.segments?.length
          ? html`<table class="plain-table stale-dim">
              <thead><tr><th scope="col">${t('effects.segment')}</th><th scope="col" class="is-number">${t('trial.now')}</th><th scope="col" class="is-number">${t('trial.then')}</th><th scope="col" class="is-number">${t('effects.entered')}</th><th scope="col" class="is-number">${t('effects.left')}</th></tr></thead>
              <tbody>
                ${preview.segments.map(
                  (segment) => html`<tr>
                    <th scope="row"><a href=${segmentAddress(segment.id)}>${segment.name}</a></th>
                    <td class="is-number muted">${n(segment.before)}</td><td class="is-number"><strong>${n(segment.after)}</strong></td>
                    <td class="is-number">${segment.entered ? html`<span class="good">+${n(segment.entered)}</span>` : html`<span class="muted">0</span>`}</td>
                    <td class="is-number">${segment.left ? html`<span class="bad">−${n(segment.left)}</span>` : html`<span class="muted">0</span>`}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : html`<p class="muted">${t('effects.none')}</p>`}
      </section>
    `;
  }
}

customElements.define('segment-effects', SegmentEffects);
