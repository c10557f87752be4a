import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import '../shared/problem-notice.js';
import { ruleForm } from './rule-form.js';
import { workbench } from './workbench.js';
import './draft-bar.js';
import './flow-panel.js';
import './grade-sizes.js';
import './movers-panel.js';
import './segment-effects.js';
import './variant-table.js';

/** The rule to be changed at the left, what the change would do at the right and below. */
export class RuleTrial extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  render() {
    const { definition, preview, problem, loading, rule } = workbench;
    const sentence = (preview ?? rule).sentence?.[this.language];
    return html`
      <div class="trial ${loading && preview ? 'is-stale' : ''}" aria-busy=${loading ? 'true' : 'false'}>
        <section class="card trial-form" aria-label=${t('trial.rule')}>
          <p class="sentence trial-sentence stale-dim" aria-live="polite" title=${sentence ?? ''}>${sentence ?? t('segment.broken')}</p>
          <problem-notice .problem=${problem} .retry=${() => workbench.ask()}></problem-notice>
          <fieldset class="rule-form" ?disabled=${!session.canEdit} @edit=${(event) => workbench.edit(event.detail)}>
            <legend class="hidden">${t('trial.rule')}</legend>
            ${ruleForm(definition, preview?.cutPoints ?? rule.cutPoints)}
          </fieldset>
          ${session.canEdit ? html`<draft-bar></draft-bar>` : nothing}
        </section>
        <grade-sizes></grade-sizes>
        <segment-effects></segment-effects>
        <flow-panel></flow-panel>
        <movers-panel></movers-panel>
        <variant-table></variant-table>
      </div>
    `;
  }
}

customElements.define('rule-trial', RuleTrial);
