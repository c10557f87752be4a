import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number, share } from '../pure/format.js';
import { Element } from '../shared/element.js';
import { timeAgo } from '../shared/parts.js';
import { properties } from '../shared/properties.js';
import { toasts } from '../shared/toasts.js';
import { workbench } from './workbench.js';
import './publish-dialog.js';

/** What can be done with what is being tried: keep it as a draft, drop it, publish it. */
export class DraftBar extends Element {
  static properties = { busy: { state: true } };

  constructor() {
    super();
    this.busy = false;
    this.watch(workbench);
  }

  render() {
    const { job, dirty, rule, publishable } = workbench;
    if (job) return this.#progress(job);
    return html`
      <footer class="draft-bar">
        <span class="muted">${this.#state()}</span>
        <span class="spacer"></span>
        ${dirty || (rule.draft && rule.state === 'published') ? html`<button class="button" ?disabled=${this.busy} @click=${() => this.#discard()}>${t('draft.discard')}</button>` : nothing}
        <button class="button" ?disabled=${this.busy || !dirty} @click=${() => this.#do(() => workbench.save(), t('draft.saved'))}>${t('draft.save')}</button>
        <button class="button primary" ?disabled=${this.busy || !publishable} @click=${() => this.querySelector('publish-dialog').show()}>${t('draft.publish')}</button>
      </footer>
      <publish-dialog></publish-dialog>
    `;
  }

  #state() {
    const { rule, dirty } = workbench;
    if (dirty) return t('draft.unsaved');
    if (rule.draft) return html`${t('draft.of', rule.draft.savedBy ?? '')} ${timeAgo(rule.draft.savedAt)}`;
    return t(rule.state === 'published' ? 'draft.asPublished' : 'draft.notPublished');
  }

  #progress({ done, total, state }) {
    const { language } = this;
    const part = total ? done / total : 0;
    return html`
      <div class="job" role="status">
        <div class="job-words"><span>${t(state === 'done' ? 'job.done' : 'job.grading')}</span>
          <span class="number muted">${t('job.of', number(done, language), number(total, language))} · ${share(done, total, language)}</span></div>
        <div class="job-bar" role="progressbar" aria-label=${t('job.grading')} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(part * 100)}>
          <span ${properties({ '--share': part })}></span>
        </div>
      </div>
    `;
  }

  #discard() {
    const { rule, definition } = workbench;
    return this.#do(async () => {
      await workbench.discard();
      if (!workbench.problem) toasts.say(t('draft.discarded'), () => workbench.rule?.id === rule.id && workbench.edit(definition));
    });
  }

  async #do(action, words) {
    this.busy = true;
    await action();
    this.busy = false;
    if (words && !workbench.problem) toasts.say(words);
  }
}

customElements.define('draft-bar', DraftBar);
