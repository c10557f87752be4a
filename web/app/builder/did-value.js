import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { blankPart, boundOf, isDate, LOOKBACKS, MEASURES, measureOf, whereParts, withBound, withLookback, withMeasure, withOf, withWhere } from '../pure/did.js';
import { parseBound } from '../pure/histogram.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { activityKinds } from './activity-kinds.js';
import './attribute-value.js';

const NUMBER_KINDS = ['gte', 'gt', 'lte', 'lt'];

/** How often, how much or when something has happened, in which time, and what it was like. */
export class DidValue extends Element {
  static properties = { clause: { attribute: false }, kinds: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.kinds = await activityKinds();
    } catch (problem) {
      session.isOver(problem);
    }
  }

  render() {
    const { clause } = this;
    const measure = measureOf(clause);
    const known = this.kinds?.get(clause.did);
    const measures = MEASURES.filter((m) => m === 'any' || m === measure || known?.measures.includes(m));
    const attributes = (name) => known?.measured?.[name] ?? [];
    const looked = clause.lookback ?? '';
    const lookbacks = LOOKBACKS.includes(looked) ? LOOKBACKS : [...LOOKBACKS, looked];
    return html`
      <select class="input compact" aria-label=${t('did.measure')} @change=${(e) => this.#set(withMeasure(clause, e.target.value, attributes(e.target.value)))}>
        ${measures.map((m) => html`<option value=${m} ?selected=${m === measure}>${t(`measure.${m}`)}</option>`)}
      </select>
      ${attributes(measure).length > 1 ? this.#of(measure, attributes(measure), known) : nothing}
      ${measure === 'any' ? nothing : this.#bound(measure)}
      <select class="input compact" aria-label=${t('did.lookback')} @change=${(e) => this.#set(withLookback(clause, e.target.value))}>
        ${lookbacks.map((days) => html`<option value=${days} ?selected=${days === looked}>${days ? t('did.within', Number.parseInt(days, 10)) : t('did.ever')}</option>`)}
      </select>
      ${this.#where(known)}
    `;
  }

  #of(measure, attributes, known) {
    const { clause } = this;
    const label = (name) => known.attributes.find((attribute) => attribute.name === name)?.label[this.language] ?? name;
    return html`<select class="input compact" aria-label=${t('did.of')} @change=${(e) => this.#set(withOf(clause, measure, e.target.value))}>
      ${attributes.map((name) => html`<option value=${name} ?selected=${name === clause[measure].of}>${label(name)}</option>`)}
    </select>`;
  }

  #bound(measure) {
    const { clause } = this;
    const { kind, value } = boundOf(clause, measure);
    const date = isDate(measure);
    const take = (event) => {
      const parsed = parseBound(event.target.value, date);
      event.target.setAttribute('aria-invalid', String(parsed === undefined));
      if (parsed !== undefined) this.#set(withBound(clause, measure, kind, parsed));
    };
    return html`
      <select class="input compact" aria-label=${t('clause.operator')} @change=${(e) => this.#set(withBound(clause, measure, e.target.value, value))}>
        ${NUMBER_KINDS.map((k) => html`<option value=${k} ?selected=${k === kind}>${t(date ? `op.date.${k}` : `op.${k}`)}</option>`)}
      </select>
      <input class="input compact number ${date ? 'date' : 'short'}" type="text" aria-label=${t('did.bound')} title=${date ? t('clause.dateHint') : nothing} .value=${live(String(value ?? ''))} @change=${take}>
      ${measure === 'count' ? html`<span class="muted">${t('did.times')}</span>` : nothing}
    `;
  }

  #where(known) {
    const parts = whereParts(this.clause.where);
    if (!known) return nothing;
    if (!parts) return html`<span class="muted" title=${JSON.stringify(this.clause.where)}>${t('did.complex')}</span>`;
    const label = (attribute) => attribute.label[this.language];
    const put = (i, part) => this.#set(withWhere(this.clause, part ? parts.map((old, at) => (at === i ? part : old)) : parts.filter((_, at) => at !== i)));
    return html`
      <div class="did-where">
        ${parts.map((part, i) => {
          const attribute = known.attributes.find(({ name, type }) => (part.text === undefined ? name === part.field : type === 'text'));
          const name = attribute ? label(attribute) : (part.field ?? t('subject.text'));
          return html`<div class="did-part"><span class="muted">${name}</span>
            <attribute-value .attribute=${attribute} .part=${part} @part=${(e) => put(i, e.detail)}></attribute-value>
            <button type="button" class="icon-button" aria-label=${t('did.removePart', name)} title=${t('did.removePart', name)} @click=${() => put(i, null)}>${icon('close')}</button></div>`;
        })}
        <select class="input compact did-add" aria-label=${t('did.addPart')} @change=${(e) => this.#add(e, parts, known)}>
          <option value="" selected>${t('did.addPart')}</option>
          ${known.attributes.map((attribute) => html`<option value=${attribute.name}>${label(attribute)}</option>`)}
        </select>
      </div>
    `;
  }

  #add(event, parts, known) {
    const attribute = known.attributes.find(({ name }) => name === event.target.value);
    event.target.value = '';
    if (attribute) this.#set(withWhere(this.clause, [...parts, blankPart(attribute)]));
  }

  #set(clause) {
    this.emit('did', clause);
  }
}

customElements.define('did-value', DidValue);
