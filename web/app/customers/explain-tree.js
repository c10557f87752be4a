import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { nodeAt } from '../pure/condition.js';
import { formatOrdered, isOrdered } from '../pure/schema.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';

const GROUPS = new Set(['all', 'any', 'not']);

/** Why a customer satisfies a condition or does not: each clause with its verdict and actual value. */
export class ExplainTree extends Element {
  static properties = { node: { attribute: false }, condition: { attribute: false } };

  render() {
    return html`<ul class="explain">${this.#node(this.#telling(this.node))}</ul>`;
  }

  /** What the tree really begins with: a group of one part says nothing that its part does not. */
  #telling(node) {
    const { kind, parts = [] } = node;
    return kind !== 'not' && parts.length === 1 ? this.#telling(parts[0]) : node;
  }

  #node({ kind, text, matches, actual, pointer, parts = [] }) {
    const group = GROUPS.has(kind);
    return html`
      <li class=${matches ? 'is-met' : 'is-unmet'}>
        <span class="verdict" role="img" aria-label=${t(matches ? 'explain.met' : 'explain.unmet')}>${icon(matches ? 'check' : 'close')}</span>
        <span class="explain-words">${group ? t(`explain.${kind}`) : text[this.language]}</span>
        ${actual === null || actual === undefined ? nothing : html`<span class="actual">${this.#actual(actual, pointer)}</span>`}
        ${parts.length ? html`<ul class="explain">${parts.map((part) => this.#node(part))}</ul>` : nothing}
      </li>
    `;
  }

  #actual(actual, pointer) {
    const field = session.schema.field(nodeAt(this.condition, pointer)?.field);
    const word = (value) => {
      if (!field) return String(value);
      return isOrdered(field)
        ? formatOrdered(field, value, this.language)
        : session.schema.valueLabel(field.name, value, this.language);
    };
    return [actual].flat().map(word).join(t('comma'));
  }
}

customElements.define('explain-tree', ExplainTree);
