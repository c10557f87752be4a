import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { customerAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { icon } from '../shared/icon.js';
import { contactValue, fullValue } from './field-value.js';
import { groupedFields } from './groups.js';

/** One customer beside the table: enough to decide whether to open it. */
export class QuickLook extends Element {
  static properties = { customer: { attribute: false } };

  render() {
    const { customer } = this;
    const name = session.schema.titleOf(customer);
    const groups = groupedFields(session.schema).filter((group) => group.key !== 'names');
    return html`
      <aside class="quick-look" aria-label=${t('look.label', name)}>
        <header>
          <div><h2>${name}</h2><p class="muted">${customer.id}</p></div>
          <button class="icon-button" aria-label=${t('close')} @click=${() => this.emit('close')}>${icon('close')}</button>
        </header>
        <div class="quick-look-body">${groups.map((group) => this.#group(group))}</div>
        <footer><a class="button primary" href=${customerAddress(customer.id)}>${t('look.open')}<kbd>Enter</kbd></a></footer>
      </aside>
    `;
  }

  #group({ key, fields }) {
    const known = fields.filter((field) => this.customer.fields[field.name] !== undefined);
    if (known.length === 0) return nothing;
    const show = key === 'contacts' ? contactValue : fullValue;
    return html`
      <dl class="values">
        ${known.map((field) => html`<div><dt>${field.label[this.language]}</dt><dd>${show(field, this.customer.fields[field.name])}</dd></div>`)}
      </dl>
    `;
  }
}

customElements.define('quick-look', QuickLook);
