import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { Element } from './element.js';
import { icon } from './icon.js';

const KNOWN = new Set([
  'offline',
  'not-allowed',
  'stale-version',
  'too-many-requests',
  'unavailable',
  'internal',
  'invalid-condition',
  'invalid-segment',
  'segment-in-use',
  'segment-cycle',
  'already-exists',
]);

/** Whether the same request may be answered another time: the fault is not in what was asked. */
const mayPass = ({ status }) => status === 0 || status === 429 || status >= 500;

/** What went wrong, in words that say what to do, and a way to try again. */
export class ProblemNotice extends Element {
  static properties = { problem: { attribute: false }, retry: { attribute: false } };

  render() {
    const { problem } = this;
    if (!problem) return nothing;
    const faults = problem.faults?.filter((fault) => fault.detail !== problem.detail) ?? [];
    return html`
      <div class="notice notice-danger" role="alert">
        ${icon('warning')}
        <div>
          <strong>${KNOWN.has(problem.code) ? t(`problem.${problem.code}`) : problem.title}</strong>
          ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
          ${faults.length ? html`<ul>${faults.map(({ detail }) => html`<li>${detail}</li>`)}</ul>` : nothing}
        </div>
        ${this.retry && mayPass(problem) ? html`<button class="button" @click=${this.retry}>${t('retry')}</button>` : nothing}
      </div>
    `;
  }
}

customElements.define('problem-notice', ProblemNotice);
