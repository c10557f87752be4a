import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { BY_POPULATION } from '../pure/rule-shapes.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import '../shared/confirm-dialog.js';
import { icon } from '../shared/icon.js';
import { menu } from '../shared/menu.js';
import '../shared/problem-notice.js';
import { toasts } from '../shared/toasts.js';
import { nameOf } from './words.js';
import { workbench } from './workbench.js';

/** What one can do with a rule besides changing it. */
export class RuleActions extends Element {
  static properties = { problem: { state: true } };

  render() {
    const { rule, job } = workbench;
    if (!rule || !session.canEdit) return nothing;
    const live = rule.state === 'published';
    return html`<div class="rule-actions">
      <div class="actions">
        ${live && BY_POPULATION.has(rule.kind) ? html`<button class="button" ?disabled=${Boolean(job)} title=${t('rule.recomputeText')} @click=${() => this.#recompute()}>${t('rule.recompute')}</button>` : nothing}
        ${rule.state === 'retired'
          ? nothing
          : menu({ label: t('actions'), className: 'button icon-only', button: icon('more'), content: html`<button class="menu-item danger" @click=${() => this.#retire(rule)}>${t(live ? 'rule.retire' : 'rule.delete')}</button>` })}
      </div>
      <problem-notice .problem=${this.problem}></problem-notice>
      <confirm-dialog></confirm-dialog>
    </div>`;
  }

  async #recompute() {
    const { id } = workbench.rule;
    await workbench.run(() => api.recomputeRule(id));
    if (!workbench.problem) toasts.say(t('rule.recomputed'));
  }

  async #retire(rule) {
    const agreed = await this.querySelector('confirm-dialog').ask({
      title: t('rule.retireTitle', nameOf(rule)),
      text: t('rule.retireText'),
      verb: t(rule.state === 'published' ? 'rule.retire' : 'rule.delete'),
    });
    if (!agreed) return;
    try {
      await api.retireRule(rule.id);
      toasts.say(t('rule.retired', nameOf(rule)));
      router.go('/rules');
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }
}

customElements.define('rule-actions', RuleActions);
