import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { share } from '../pure/format.js';
import { columnsOf, moveTarget, readingOf, ruleOf, sameTarget, targetsOf } from '../pure/column-targets.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { properties } from '../shared/properties.js';
import { desk } from './import-desk.js';
import './target-picker.js';
import { count, isJoined, targetLabel, typeOf } from './words.js';

const EXAMPLES = 3;
const SURE = 0.8;

/** One column of the file: what is in it and where it goes. */
export class ColumnRow extends Element {
  static properties = { column: { attribute: false } };

  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { column } = this;
    const targets = targetsOf(desk.mapping, column.name);
    return html`
      <div class="column-row ${targets.length ? '' : 'is-unused'}" data-column=${column.name}>
        <div class="column-what">
          <span class="column-name"><strong title=${column.name}>${column.name}</strong><span class="badge">${this.#content()}</span></span>
          <span class="column-examples muted">${column.examples?.length ? column.examples.slice(0, EXAMPLES).map((example) => html`<span title=${example}>${example}</span>`) : t('columns.empty')}</span>
          <span class="column-fill" title=${t('columns.filled', count(column.filled), count(column.rows))}>
            <span class="fill-bar" ${properties({ '--share': column.rows ? column.filled / column.rows : 0 })}></span>
            <span class="muted number">${share(column.filled, column.rows, this.language)}</span>
            <span class="muted number column-distinct">${column.distinct === null || column.distinct === undefined ? t('columns.many') : t('columns.distinct', count(column.distinct), column.distinct)}</span>
          </span>
        </div>
        <span class="column-arrow" aria-hidden="true">→</span>
        <div class="column-target">
          ${(targets.length ? targets : [null]).map((target) => this.#target(target))}
        </div>
      </div>
    `;
  }

  #content() {
    const { content = { kind: 'empty' } } = this.column;
    if (content.kind === 'numbers' && content.currency) return t('content.money', content.currency);
    if (content.kind === 'numbers' && content.codes) return t('content.code');
    if (content.kind === 'dates' && content.patterns?.length === 1) return t('content.datesAs', content.patterns[0]);
    return t(`content.${content.kind}`);
  }

  #target(target) {
    const fixed = desk.started || !session.canEdit;
    return html`
      <target-picker
        .target=${target} .disabled=${fixed} .label=${t('columns.targetOf', this.column.name)} .likely=${this.#suggestion?.others ?? []}
        @pick=${(event) => this.#move(target, event.detail)}
      ></target-picker>
      <span class="column-why muted">${target ? this.#why(target) : this.#unusedWhy()}</span>
    `;
  }

  get #suggestion() {
    return desk.proposal.columns.find(({ column }) => column === this.column.name);
  }

  #why(target) {
    const rule = ruleOf(desk.mapping, target);
    const others = columnsOf(rule).filter((name) => name !== this.column.name);
    const suggestion = this.#suggestion;
    const proposed = suggestion?.target && sameTarget(suggestion.target, target);
    const sure = (suggestion?.confidence ?? 0) >= SURE;
    return html`
      ${proposed
        ? html`<span class="confidence ${sure ? '' : 'is-low'}" title=${t('columns.confidence', share(suggestion.confidence, 1, this.language))}>${t(sure ? 'columns.sure' : 'columns.unsure')}</span> ${t(`reason.${suggestion.reason}`) ?? ''}`
        : t(this.#isProposed(target) ? 'columns.proposed' : 'columns.byHand')}${others.length ? html`<span class="dot">·</span>${t('columns.with', others.join(t('comma')))}` : nothing}
    `;
  }

  /** A column may have several targets, of which one is suggested first. */
  #isProposed(target) {
    return targetsOf(desk.proposal.mapping, this.column.name).some((one) => sameTarget(one, target));
  }

  #unusedWhy() {
    const [likely] = this.#suggestion?.others ?? [];
    return likely ? t('columns.maybe', targetLabel(likely)) : t('columns.unused');
  }

  #move(from, to) {
    const how = to && { joined: isJoined(to), reading: readingOf(this.column, typeOf(to)) };
    desk.edit(moveTarget(desk.mapping, this.column.name, from, to, how ?? {}));
  }
}

customElements.define('column-row', ColumnRow);
