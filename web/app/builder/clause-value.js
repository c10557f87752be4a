import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { core, withCore } from '../pure/clause.js';
import { isRelative, parseBound } from '../pure/histogram.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import './did-value.js';
import './segment-select.js';
import './value-picker.js';

/** The values of a clause, in the form that its subject and operator ask for. */
export class ClauseValue extends Element {
  static properties = { node: { attribute: false }, subject: { attribute: false }, operator: { attribute: false } };

  render() {
    const clause = core(this.node);
    switch (this.operator) {
      case 'in':
      case 'notIn':
        return html`<value-picker .field=${this.subject} .values=${clause.in} @pick=${(e) => this.#set({ in: e.detail })}></value-picker>`;
      case 'contains':
      case 'notContains':
        return this.#text(clause.text, t('clause.words'), (text) => this.#set({ text }), { live: true });
      case 'within':
      case 'outside':
        return html`<segment-select .segment=${clause.segment} @pick=${(e) => this.#set({ segment: e.detail })}></segment-select>`;
      case 'sampled':
      case 'notSampled':
        return this.#bucket(clause.bucket);
      case 'did':
      case 'didNot':
        return html`<did-value .clause=${clause} @did=${(e) => this.#replace(e.detail)}></did-value>`;
      case 'anniversary':
        return this.#days(Number.parseInt(clause.anniversaryWithin, 10), (days) => this.#set({ anniversaryWithin: `${days}d` }));
      case 'lastDays':
        return this.#days(Number.parseInt(clause.gte.slice('today-'.length), 10), (days) => this.#set({ gte: `today-${days}d` }));
      case 'between':
        return html`${this.#bound(clause, ['gte', 'gt'])}<span class="muted">${t('clause.and')}</span>${this.#bound(clause, ['lte', 'lt'])}`;
      case 'gte':
      case 'gt':
      case 'lte':
      case 'lt':
        return this.#bound(clause, [this.operator]);
      default:
        return nothing;
    }
  }

  #set(change) {
    this.emit('value', withCore(this.node, change));
  }

  #replace(clause) {
    this.emit('value', this.node.not ? { not: clause } : clause);
  }

  #text(value, label, set, { live: whileTyping = false, type = 'text' } = {}) {
    const take = (event) => set(event.target.value);
    return html`<input
      class="input compact ${type === 'number' ? 'short number' : ''}" type=${type} min=${type === 'number' ? '0' : nothing} aria-label=${label}
      placeholder=${type === 'text' ? label : nothing} .value=${live(String(value))} @input=${whileTyping ? take : nothing} @change=${whileTyping ? nothing : take}
    >`;
  }

  #days(days, set) {
    const take = (text) => set(Math.max(0, Number.parseInt(text, 10) || 0));
    return html`${this.#text(days, t('clause.days'), take, { type: 'number' })}<span class="muted">${t('clause.days')}</span>`;
  }

  #bound(clause, kinds) {
    const isDate = session.schema.field(this.subject)?.type === 'date';
    const kind = kinds.find((k) => clause[k] !== undefined) ?? kinds[0];
    const take = (event) => {
      const { value } = event.target;
      const parsed = value.trim() === '' ? undefined : parseBound(value, isDate);
      const wrong = value.trim() !== '' && parsed === undefined;
      event.target.setAttribute('aria-invalid', String(wrong));
      if (!wrong) this.#set({ [kind]: parsed });
    };
    return html`<input
      class="input compact number ${isDate ? 'date' : 'short'}" type="text" aria-label=${`${t(`op.${kind}`)}`}
      placeholder=${isDate ? t('clause.datePlaceholder') : nothing} title=${isDate ? t('clause.dateHint') : nothing}
      list=${isDate ? 'relative-days' : nothing} .value=${live(String(clause[kind] ?? ''))} @change=${take}
    >${isDate ? this.#suggestions(clause[kind]) : nothing}`;
  }

  #suggestions(bound) {
    const days = ['today', 'today-7d', 'today-30d', 'today-90d', 'today-1y'];
    const all = isRelative(bound) && !days.includes(bound) ? [...days, bound] : days;
    return html`<datalist id="relative-days">${all.map((day) => html`<option value=${day}></option>`)}</datalist>`;
  }

  #bucket(bucket) {
    const change = (part) => this.#set({ bucket: { ...bucket, ...part } });
    const percent = (text) => Math.min(100, Math.max(0, Number.parseInt(text, 10) || 0));
    return html`
      ${this.#text(bucket.from, t('clause.fromPercent'), (v) => change({ from: percent(v) }), { type: 'number' })}
      <span class="muted">–</span>
      ${this.#text(bucket.to, t('clause.toPercent'), (v) => change({ to: percent(v) }), { type: 'number' })}
      <span class="muted">% ${t('clause.salt')}</span>
      ${this.#text(bucket.salt, t('clause.saltName'), (salt) => change({ salt: salt.trim() }))}
    `;
  }
}

customElements.define('clause-value', ClauseValue);
