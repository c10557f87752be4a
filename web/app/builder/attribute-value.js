import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { defined } from '../pure/rule-shapes.js';
import { parseBound } from '../pure/histogram.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';

const KINDS = ['gte', 'gt', 'lte', 'lt'];
let instances = 0;

/** The values of one attribute of activities: chosen, typed, bounded, or yes and no. */
export class AttributeValue extends Element {
  static properties = { attribute: { attribute: false }, part: { attribute: false } };

  #list = `attribute-values-${(instances += 1)}`;

  render() {
    const { part, attribute } = this;
    if (part.text !== undefined) return this.#input(part.text, t('clause.words'), (text) => ({ text }));
    if (!part.in) return this.#bound();
    if (attribute?.type === 'boolean') return this.#flag();
    const offered = (attribute?.values ?? []).filter((value) => !part.in.includes(value));
    return html`
      ${part.in.map((value) => html`<span class="token">${this.#word(value)}<button type="button" aria-label=${t('chips.remove', this.#word(value))} @click=${() => this.#set({ ...part, in: part.in.filter((v) => v !== value) })}>${icon('close')}</button></span>`)}
      <input class="input compact" type="text" list=${this.#list} aria-label=${t('picker.label')} placeholder=${t('picker.placeholder')} @change=${(event) => this.#add(event)} @keydown=${this.#enter}>
      <datalist id=${this.#list}>${offered.map((value) => html`<option value=${this.#word(value)}></option>`)}</datalist>
    `;
  }

  /** The value's own name, where the server knows one. */
  #word(value) {
    return this.attribute?.labels?.[value]?.[this.language] ?? String(value);
  }

  #add(event) {
    const typed = event.target.value.trim();
    event.target.value = '';
    const value = (this.attribute?.values ?? []).find((one) => this.#word(one) === typed) ?? typed;
    if (value && !this.part.in.includes(value)) this.#set({ ...this.part, in: [...this.part.in, value] });
  }

  /** Enter takes the value; it does not apply the whole condition. */
  #enter(event) {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.target.dispatchEvent(new Event('change'));
  }

  #flag() {
    const value = String(this.part.in[0] ?? '');
    return html`<select class="input compact" aria-label=${t('picker.label')} @change=${(e) => this.#set({ ...this.part, in: e.target.value ? [e.target.value] : [] })}>
      ${[['', t('picker.placeholder')], ['true', t('yes')], ['false', t('no')]].map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>`;
  }

  #bound() {
    const { part } = this;
    const kind = KINDS.find((k) => part[k] !== undefined) ?? 'gte';
    return html`<select class="input compact" aria-label=${t('clause.operator')} @change=${(e) => this.#set(defined({ field: part.field, [e.target.value]: part[kind] ?? 0 }))}>
        ${KINDS.map((k) => html`<option value=${k} ?selected=${k === kind}>${t(`op.${k}`)}</option>`)}
      </select>${this.#input(part[kind] ?? '', t('did.bound'), (text) => {
        const value = parseBound(text, false);
        return value === undefined ? undefined : { field: part.field, [kind]: value };
      })}`;
  }

  #input(value, label, made) {
    const take = (event) => {
      const part = made(event.target.value);
      event.target.setAttribute('aria-invalid', String(part === undefined));
      if (part) this.#set(part);
    };
    return html`<input class="input compact ${typeof value === 'string' && this.part.text !== undefined ? '' : 'short number'}" type="text" aria-label=${label} .value=${live(String(value))} @change=${take}>`;
  }

  #set(part) {
    this.emit('part', part);
  }
}

customElements.define('attribute-value', AttributeValue);
