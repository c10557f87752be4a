import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { fieldLabel, gradeLabel, gradesOf } from '../rules/words.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import '../shared/problem-notice.js';
import { toasts } from '../shared/toasts.js';

/** Sets one customer's grade by hand, with a reason and, if wanted, a last day. */
export class OverrideDialog extends Element {
  static properties = { grade: { state: true }, problem: { state: true }, busy: { state: true } };

  #customer;

  async show(customer, grade) {
    this.#customer = customer;
    Object.assign(this, { grade, problem: null, busy: false });
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('select').focus();
  }

  render() {
    const { grade } = this;
    if (!grade) return nothing;
    const { facet, override, value } = grade;
    const today = new Date().toISOString().slice(0, 10);
    return html`
      <dialog class="dialog" aria-label=${t('override.title', fieldLabel(facet))}>
        <form method="dialog" @submit=${this.#submit}>
          <header><h2>${t('override.title', fieldLabel(facet))}</h2>
            <button class="icon-button" type="button" aria-label=${t('close')} @click=${this.#close}>${icon('close')}</button></header>
          <label class="field">${t('override.value')}
            <select class="input" name="value">${gradesOf(facet).map((one) => html`<option value=${one} ?selected=${one === value}>${gradeLabel(facet, one)}</option>`)}</select></label>
          <label class="field">${t('override.reason')}
            <textarea class="input" name="reason" rows="2" maxlength="1000" required .defaultValue=${override?.reason ?? ''}></textarea></label>
          <label class="field"><span>${t('override.until')} <i>${t('optional')}</i></span>
            <input class="input" type="date" name="until" min=${today} .defaultValue=${override?.until ?? ''}></label>
          <p class="muted">${t('override.text')}</p>
          <problem-notice .problem=${this.problem}></problem-notice>
          <footer>
            ${override ? html`<button class="link danger" type="button" ?disabled=${this.busy} @click=${() => this.#clear()}>${t('override.clear')}</button><span class="spacer"></span>` : nothing}
            <button class="button" type="button" @click=${this.#close}>${t('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${t('override.save')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  #close() {
    this.querySelector('dialog').close();
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const body = { value: form.get('value'), reason: form.get('reason').trim(), ...(form.get('until') ? { until: form.get('until') } : {}) };
    return this.#change(() => api.setGrade(this.#customer, this.grade.facet, body), t('override.saved'));
  }

  #clear() {
    const { facet, override } = this.grade;
    const { value, reason, until } = override;
    const customer = this.#customer;
    const back = { value, reason, ...(until ? { until } : {}) };
    const undo = async () => {
      await api.setGrade(customer, facet, back);
      this.emit('saved');
    };
    return this.#change(() => api.clearGrade(customer, facet), t('override.cleared'), undo);
  }

  async #change(action, words, undo) {
    Object.assign(this, { busy: true, problem: null });
    try {
      await action();
      this.#close();
      toasts.say(words, undo);
      this.emit('saved');
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.busy = false;
  }
}

customElements.define('override-dialog', OverrideDialog);
