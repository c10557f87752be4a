import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { dateFields, numericFields } from '../../pure/rule-defaults.js';
import { defined, STAGES } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { amountInput, choice, fieldChoice, gradeChoice } from '../controls.js';

const MODES = ['fixed', 'own-interval'];
const USUAL = { fixed: { atRiskAfter: 90, churnedAfter: 180 }, 'own-interval': { atRiskAfter: 2, churnedAfter: 4 } };

/** Lifecycle: from prospect to churned, by the days since the last purchase. */
export class LifecycleForm extends Element {
  static properties = { definition: { attribute: false } };

  render() {
    const { definition } = this;
    const { schema } = session;
    const { facet, grades, mode, newDays, atRiskAfter, churnedAfter } = definition;
    const unit = t(mode === 'fixed' ? 'lifecycle.days' : 'lifecycle.times');
    const part = (name, fields) => fieldChoice(t(`lifecycle.${name}`), fields, definition[name], (field) => this.#edit({ [name]: field }));
    const says = {
      prospect: html`<span class="muted">${t('lifecycle.isProspect')}</span>`,
      new: html`<span class="muted">${t('lifecycle.isNew')}</span>${amountInput(t('lifecycle.newDays'), newDays, (days) => this.#edit({ newDays: days }), { unit: t('lifecycle.days') })}`,
      active: html`<span class="muted">${t('lifecycle.isActive')}</span>`,
      atRisk: html`<span class="muted">${t('lifecycle.isAtRisk')}</span>${amountInput(t('lifecycle.atRiskAfter'), atRiskAfter, (value) => this.#edit({ atRiskAfter: value }), { unit })}`,
      churned: html`<span class="muted">${t('lifecycle.isChurned')}</span>${amountInput(t('lifecycle.churnedAfter'), churnedAfter, (value) => this.#edit({ churnedAfter: value }), { unit })}`,
    };
    return html`
      <div class="form-line">${part('first', dateFields(schema))} ${part('last', dateFields(schema))} ${part('count', numericFields(schema))}</div>
      <div class="form-line">
        ${choice(t('lifecycle.mode'), MODES.map((m) => [m, t(`mode.${m}`)]), mode, (m) => this.#mode(m))}
        ${mode === 'fixed' ? nothing : this.#interval()}
      </div>
      <p class="muted hint">${t(`modeText.${mode}`)}</p>
      <ol class="plain band-rows">
        ${STAGES.map(
          (stage) => html`<li>${gradeChoice(t(`stage.${stage}`), facet, grades[stage], (grade) => this.#edit({ grades: { ...grades, [stage]: grade } }))}${says[stage]}</li>`,
        )}
      </ol>
    `;
  }

  /** For customers who have bought once, and for those who buy several times a day. */
  #interval() {
    const { interval, leastInterval } = this.definition;
    const days = { unit: t('lifecycle.days'), hidden: false };
    return html`
      ${amountInput(t('lifecycle.interval'), interval, (value) => this.#edit({ interval: value }), { ...days, optional: true })}
      ${amountInput(t('lifecycle.leastInterval'), leastInterval ?? 1, (value) => this.#edit({ leastInterval: value }), days)}
    `;
  }

  #mode(mode) {
    const { interval, leastInterval, ...rest } = this.definition;
    this.emit('edit', { ...rest, mode, ...USUAL[mode] });
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('lifecycle-form', LifecycleForm);
