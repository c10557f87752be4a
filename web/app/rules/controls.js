/** Small labelled controls that the forms of all kinds of rules are made of. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { parseBound } from '../pure/histogram.js';
import { session } from '../session.js';
import { preferences } from '../shared/preferences.js';
import { fieldLabel, gradeLabel, gradesOf, swatch } from './words.js';

/** A select with a visible label, or with a hidden one in rows that a heading explains. */
export function choice(label, options, value, pick, { hidden = false } = {}) {
  const control = html`<select class="input compact" aria-label=${hidden ? label : nothing} @change=${(event) => pick(event.target.value)}>
    ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
  </select>`;
  return hidden ? control : html`<label class="field">${label}${control}</label>`;
}

export function fieldChoice(label, fields, value, pick, options) {
  const known = fields.some((field) => field.name === value) || !value ? fields : [{ name: value }, ...fields];
  return choice(label, known.map(({ name }) => [name, fieldLabel(name)]), value, pick, options);
}

/** Which grade, with its colour. */
export function gradeChoice(label, facet, value, pick) {
  const options = gradesOf(facet).map((grade) => [grade, gradeLabel(facet, grade)]);
  return html`<span class="grade-choice">${swatch(facet, value)}${choice(label, options, value, pick, { hidden: true })}</span>`;
}

/** A number as people write it. What is not one is marked and goes nowhere. */
export function amountInput(label, value, take, { decimals, hidden = true, unit, wide = false, optional = false } = {}) {
  const shown = value === undefined || value === null ? '' : number(value, preferences.language, decimals ?? (String(value).split('.')[1] ?? '').length);
  const changed = (event) => {
    const text = event.target.value;
    const parsed = text.trim() === '' ? undefined : parseBound(text, false);
    const wrong = parsed === undefined && !(optional && text.trim() === '');
    event.target.setAttribute('aria-invalid', String(wrong));
    if (!wrong) take(parsed);
  };
  const control = html`<input
    class="input compact number ${wide ? 'amount' : 'short'}" type="text" inputmode="decimal" autocomplete="off"
    aria-label=${hidden ? label : nothing} .value=${live(shown)} @change=${changed}
  >`;
  const united = unit ? html`<span class="united">${control}<span class="muted">${unit}</span></span>` : control;
  return hidden ? united : html`<label class="field">${label}${united}</label>`;
}

/** A threshold on a field: a day, or a number. */
export function thresholdInput(field, label, value, take) {
  if (session.schema.field(field)?.type !== 'date') return amountInput(label, value, take, { wide: true });
  return html`<input class="input compact date" type="date" aria-label=${label} .value=${live(value ?? '')} @change=${(event) => event.target.value && take(event.target.value)}>`;
}

/** Which grade customers get that lack what the rule reads, if any. */
export function missingChoice({ facet, missing }, pick) {
  return gradeOrNone(t('bands.missing'), facet, missing, pick);
}

/** A grade or none. */
export function gradeOrNone(label, facet, value, pick) {
  const options = gradesOf(facet).map((grade) => [grade, gradeLabel(facet, grade)]);
  return choice(label, [['', t('rules.ungraded')], ...options], value ?? '', (grade) => pick(grade || undefined));
}

/** A score from 1 up, as a small select. */
export function scoreChoice(label, scores, value, pick) {
  const options = Array.from({ length: scores }, (_, i) => [String(i + 1), String(i + 1)]);
  return choice(label, options, String(value), (text) => pick(Number(text)), { hidden: true });
}
