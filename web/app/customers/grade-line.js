import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { day, relativeDay } from '../pure/format.js';
import { amount, bound, fieldLabel, gradeLabel, shade } from '../rules/words.js';
import { ruleAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { timeAgo } from '../shared/parts.js';

/** One grade in a line, and on demand how it came about. */
export class GradeLine extends Element {
  static properties = { grade: { attribute: false }, open: { state: true } };

  render() {
    const { grade } = this;
    const label = fieldLabel(grade.facet);
    return html`
      <div class="grade-line">
        <span class="muted">${label}</span>
        <span class="grade-value" ${shade(grade.facet, grade.value)}><strong>${gradeLabel(grade.facet, grade.value)}</strong></span>
        ${grade.override ? html`<span class="badge badge-hand" title=${t('grades.byHandOf', grade.override.author, grade.override.reason)}>${icon('hand')}${t('grades.byHand')}</span>` : nothing}
        <span class="spacer"></span>
        <button class="link" aria-expanded=${this.open ? 'true' : 'false'} aria-label=${t('grades.whyOne', label)} @click=${() => (this.open = !this.open)}>${t('explain.why')}${icon(this.open ? 'up' : 'down')}</button>
      </div>
      ${this.#outlook()} ${this.open ? this.#why() : nothing}
    `;
  }

  /** What will become of it, the one thing that one can act on. */
  #outlook() {
    const { changes, facet, override, inputs = [] } = this.grade;
    if (override) return html`<p class="grade-outlook muted">${override.reason}${override.until ? html`<span class="dot">·</span>${t('grades.until', day(override.until, this.language))}` : nothing}</p>`;
    if (!changes) return nothing;
    const byOrder = inputs.some(({ field }) => session.schema.field(field)?.type === 'date');
    const words = t(byOrder ? 'grades.becomesUnlessOrder' : 'grades.becomes', gradeLabel(facet, changes.to), day(changes.on, this.language));
    return html`<p class="grade-outlook warn" title=${relativeDay(changes.on, this.language)}>${words}</p>`;
  }

  #why() {
    const { grade } = this;
    const { facet, override, rule, version, sentence, inputs = [], up, down, ruleValue, source } = grade;
    return html`
      <div class="grade-why">
        ${override ? html`<p>${t('grades.setBy', override.author)} ${timeAgo(override.since)}<span class="dot">·</span>${rule ? t('grades.ruleSays', gradeLabel(facet, ruleValue)) : nothing}</p>` : nothing}
        ${rule ? html`<p class="sentence" title=${sentence?.[this.language] ?? ''}><a href=${ruleAddress(rule)}>${t('grades.rule', version)}</a><span class="dot">·</span><span class="muted">${sentence?.[this.language]}</span></p>` : nothing}
        ${source === 'given' ? html`<p class="muted">${t('grades.given')}</p>` : nothing}
        ${inputs.length
          ? html`<dl class="values">${inputs.map(({ field, value }) => html`<div><dt>${fieldLabel(field)}</dt><dd class="number">${this.#input(field, value)}</dd></div>`)}</dl>`
          : nothing}
        ${this.#distance(up, 'up')} ${this.#distance(down, 'down')}
        ${session.canEdit ? html`<button class="link" @click=${() => this.emit('override')}>${t(override ? 'grades.changeOverride' : 'grades.override')}</button>` : nothing}
      </div>
    `;
  }

  #input(field, value) {
    return Array.isArray(value) ? value.map((one) => session.schema.valueLabel(field, one, this.language)).join(t('comma')) : amount(field, value);
  }

  #distance(next, way) {
    if (!next) return nothing;
    const needs = next.needs ?? [];
    const words = needs.map((need) => this.#need(need, way)).join(t(next.together === false ? 'grades.or' : 'grades.and'));
    return html`<p class="distance is-${way}">${icon(way)}<span><strong>${gradeLabel(this.grade.facet, next.value)}</strong> ${words}</span></p>`;
  }

  #need({ field, at, distance }, way) {
    const isDate = session.schema.field(field)?.type === 'date';
    const key = way === 'up' ? 'grades.needs' : 'grades.falls';
    return t(isDate ? `${key}Date` : key, fieldLabel(field), bound(field, at), amount(field, isDate ? undefined : Math.abs(distance)));
  }
}

customElements.define('grade-line', GradeLine);
