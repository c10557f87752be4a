import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api, isAborted } from '../api.js';
import { addressOf } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { skeleton, timeAgo } from '../shared/parts.js';
import { toasts } from '../shared/toasts.js';
import '../shared/problem-notice.js';

/** Every version of a segment, newest first; an old one can be looked at and restored. */
export class SegmentVersions extends Element {
  static properties = { segment: { attribute: false }, versions: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has('segment')) this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      this.versions = (await api.versions(this.segment.id)).versions;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
  }

  render() {
    return html`
      <problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>
      ${this.versions
        ? html`<ol class="plain versions">${this.versions.map((version, i) => this.#version(version, i === 0))}</ol>`
        : this.problem ? nothing : skeleton(3)}
    `;
  }

  #version(version, current) {
    return html`
      <li class="card version">
        <div class="version-number number">${t('segment.version', version.version)}</div>
        <div>
          <p class="sentence">${version.wording?.[this.language] ?? t('segment.broken')}</p>
          ${version.comment ? html`<p>${version.comment}</p>` : nothing}
          <p class="muted">${version.changedBy}<span class="dot">·</span>${timeAgo(version.changedAt)}${version.name === this.segment.name ? nothing : html`<span class="dot">·</span>${version.name}`}</p>
        </div>
        <div class="actions">
          ${current
            ? html`<span class="badge">${t('versions.current')}</span>`
            : html`<a class="link" href=${addressOf({ condition: version.condition })}>${t('segment.explore')}</a>
                ${session.canEdit ? html`<button class="button" @click=${() => this.#restore(version.version)}>${t('versions.restore')}</button>` : nothing}`}
        </div>
      </li>
    `;
  }

  async #restore(number) {
    const before = this.segment.version;
    try {
      const restored = await api.restoreSegment(this.segment.id, number);
      toasts.say(t('versions.restored', number, restored.version), () => this.#restore(before));
      this.emit('restored');
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }
}

customElements.define('segment-versions', SegmentVersions);
