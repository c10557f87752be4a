import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from './element.js';
import { icon } from './icon.js';

const KNOWN = new Set(['offline', 'not-allowed', 'stale-version', 'too-many-requests', 'unavailable', 'internal']);

/** What went wrong, in words that say what to do, and a way to try again. */
export class ProblemNotice extends Element {
  static properties = { problem: { attribute: false }, retry: { attribute: false } };

  render() {
    const { problem } = this;
    if (!problem) return nothing;
    return html`
      <div class="notice notice-danger" role="alert">
        ${icon('warning')}
        <div>
          <strong>${KNOWN.has(problem.code) ? t(`problem.${problem.code}`) : problem.title}</strong>
          ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
          ${problem.faults?.length
            ? html`<ul>${problem.faults.map((f) => html`<li><code>${f.pointer}</code> ${f.detail}</li>`)}</ul>`
            : nothing}
        </div>
        ${this.retry ? html`<button class="button" @click=${this.retry}>${t('retry')}</button>` : nothing}
      </div>
    `;
  }
}

customElements.define('problem-notice', ProblemNotice);
