import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { blankClause, groupOf, groupView, isClause, operatorsOf } from '../pure/clause.js';
import { removeAt, replaceAt } from '../pure/condition.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import './condition-clause.js';

const KINDS = ['all', 'any', 'none'];
const MAX_DEPTH = 5;

/** All, any or none of some parts, each a clause or again a group. */
export class ConditionGroup extends Element {
  static properties = {
    node: { attribute: false },
    pointer: { attribute: false },
    root: { attribute: false },
    counts: { attribute: false },
    isRoot: { attribute: false },
    depth: { attribute: false },
  };

  constructor() {
    super();
    this.depth = 0;
  }

  render() {
    const { kind, parts } = groupView(this.node, this.pointer);
    const count = this.counts.get(this.pointer);
    return html`
      <fieldset class="group" data-pointer=${this.pointer}>
        <legend class="hidden">${t(`group.${kind}`)}</legend>
        <div class="group-head">
          <select class="input compact" aria-label=${t('group.kind')} @change=${(event) => this.#become(event.target.value)}>
            ${KINDS.filter((k) => !this.isRoot || k !== 'none').map((k) => html`<option value=${k} ?selected=${k === kind}>${t(`group.${k}`)}</option>`)}
          </select>
          <span class="spacer"></span>
          <span class="number clause-count stale-dim">${count === undefined ? '' : number(count, this.language)}</span>
          ${this.isRoot
            ? html`<span class="icon-space"></span>`
            : html`<button type="button" class="icon-button" aria-label=${t('group.remove')} title=${t('group.remove')} @click=${() => this.#draft(removeAt(this.root, this.pointer))}>${icon('close')}</button>`}
        </div>
        <div class="group-parts">
          ${parts.map(({ node, pointer }) => this.#part(node, pointer))}
          <div class="builder-add">
            <button type="button" class="link" @click=${() => this.#add(this.#newClause())}>${icon('plus')}${t('group.addClause')}</button>
            ${this.depth < MAX_DEPTH
              ? html`<button type="button" class="link" @click=${() => this.#add({ any: [this.#newClause()] })}>${icon('plus')}${t('group.addGroup')}</button>`
              : nothing}
          </div>
        </div>
      </fieldset>
    `;
  }

  #part(node, pointer) {
    if (!isClause(node)) {
      return html`<condition-group .node=${node} .pointer=${pointer} .root=${this.root} .counts=${this.counts} .depth=${this.depth + 1}></condition-group>`;
    }
    return html`
      <condition-clause
        data-pointer=${pointer} .node=${node} .count=${this.counts.get(pointer)}
        @change-clause=${(event) => this.#changed(event, replaceAt(this.root, pointer, event.detail))}
        @remove-clause=${(event) => this.#changed(event, removeAt(this.root, pointer))}
      ></condition-clause>
    `;
  }

  #newClause() {
    const { schema } = session;
    const field = schema.facets[0] ?? schema.fields[0];
    return blankClause(field.name, operatorsOf(field.name, schema)[0]);
  }

  #become(kind) {
    const { parts } = groupView(this.node, this.pointer);
    this.#draft(replaceAt(this.root, this.pointer, groupOf(kind, parts.map((part) => part.node))));
  }

  #add(part) {
    const { kind, parts } = groupView(this.node, this.pointer);
    this.#draft(replaceAt(this.root, this.pointer, groupOf(kind, [...parts.map((p) => p.node), part])));
  }

  #changed(event, draft) {
    event.stopPropagation();
    this.#draft(draft);
  }

  #draft(draft) {
    this.emit('draft', draft);
  }
}

customElements.define('condition-group', ConditionGroup);
