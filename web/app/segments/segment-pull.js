import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { curlCommand, FORMATS, membersUrl } from '../pure/pull.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import '../shared/copy-button.js';

/** How a program, or a person with a spreadsheet, gets the segment's customers. */
export class SegmentPull extends Element {
  static properties = { segment: { attribute: false }, format: { state: true } };

  constructor() {
    super();
    this.format = 'json';
  }

  render() {
    const { id } = this.segment;
    const command = curlCommand(location.origin, id, this.format);
    return html`
      <div class="pull">
        <fieldset class="choices">
          <legend>${t('pull.format')}</legend>
          ${FORMATS.map(
            (format) => html`<label class="choice">
              <input type="radio" name="format" value=${format} .checked=${format === this.format} @change=${() => (this.format = format)}>
              <span><strong>${t(`pull.${format}`)}</strong><span class="muted">${t(`pull.${format}Text`)}</span></span>
            </label>`,
          )}
        </fieldset>
        <div class="code-block"><pre tabindex="0"><code>${command}</code></pre><copy-button .text=${command}></copy-button></div>
        <p class="muted">${t('pull.key')} ${session.isAdmin ? html`<a href="/keys">${t('pull.keyLink')}</a>` : nothing}</p>
        ${this.format === 'json' ? html`<p class="muted">${t('pull.pages')}</p>` : nothing}
        ${this.format === 'csv'
          ? html`<p><a class="button" href=${membersUrl('', id, 'csv')} download="${id}.csv">${t('pull.download')}</a></p>`
          : nothing}
      </div>
    `;
  }
}

customElements.define('segment-pull', SegmentPull);
