import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton, timeAgo } from '../shared/parts.js';
import '../shared/problem-notice.js';
import { toasts } from '../shared/toasts.js';
import { workbench } from './workbench.js';
import './version-effect.js';

/** Every published version of a rule, newest first; an old one can be compared and made valid again. */
export class RuleVersions extends Element {
  static properties = { rule: { attribute: false }, versions: { state: true }, compared: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.watch(workbench);
  }

  willUpdate(changed) {
    if (changed.has('rule')) this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.versions = (await api.ruleVersions(this.rule.id)).versions.toSorted((a, b) => b.version - a.version);
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    const problem = this.problem ?? workbench.problem;
    return html`
      <problem-notice .problem=${problem} .retry=${() => this.#load()}></problem-notice>
      ${this.versions ? html`<ol class="plain versions">${this.versions.map((version) => this.#version(version))}</ol>` : problem ? nothing : skeleton(3, 'skeleton-rule')}
    `;
  }

  #version(version) {
    const current = version.version === this.rule.version && this.rule.state === 'published';
    const open = this.compared === version.version;
    return html`
      <li class="card version">
        <div class="version-number number">${t('segment.version', version.version)}</div>
        <div class="version-words">
          <p class="sentence" title=${version.sentence?.[this.language] ?? ''}>${version.sentence?.[this.language] ?? t('segment.broken')}</p>
          ${version.comment ? html`<p>${version.comment}</p>` : nothing}
          <p class="muted">${version.publishedBy}<span class="dot">·</span>${timeAgo(version.publishedAt)}</p>
          ${open ? html`<version-effect .rule=${this.rule} .version=${version}></version-effect>` : nothing}
        </div>
        <div class="actions">
          ${current
            ? html`<span class="badge badge-accent">${t('versions.current')}</span>`
            : html`<button class="link" aria-expanded=${open ? 'true' : 'false'} @click=${() => (this.compared = open ? null : version.version)}>${t('ruleVersions.compare')}</button>
                ${session.canEdit ? html`<button class="button" ?disabled=${Boolean(workbench.job)} @click=${() => this.#rollBack(version.version)}>${t('ruleVersions.rollBack')}</button>` : nothing}`}
        </div>
      </li>
    `;
  }

  async #rollBack(version) {
    const before = this.rule.version;
    const { id } = this.rule;
    await workbench.rollback(version, t('ruleVersions.comment', version));
    if (workbench.problem || workbench.rule?.id !== id) return;
    toasts.say(t('ruleVersions.rolledBack', version), () => workbench.rule?.id === id && this.#rollBack(before));
  }
}

customElements.define('rule-versions', RuleVersions);
