import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { number } from '../pure/format.js';
import { byWork, groupCondition, toCsv } from '../pure/upkeep.js';
import { addressOf } from '../pure/url-state.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';

const SHOWN = 25;

/** Whose customers need attention, those with most of them first. */
export class UpkeepGroups extends Element {
  static properties = { upkeep: { attribute: false }, all: { state: true } };

  render() {
    const { upkeep, language } = this;
    const groups = byWork(upkeep.groups);
    const shown = this.all ? groups : groups.slice(0, SHOWN);
    const field = session.schema.field(upkeep.by);
    const [stale] = upkeep.stale;
    const [incomplete] = upkeep.incomplete;
    const cell = (group, count, condition) =>
      html`<td class="is-number">${count ? html`<a href=${addressOf({ condition: groupCondition(upkeep.by, group.value, condition) })}>${number(count, language)}</a>` : html`<span class="muted">0</span>`}</td>`;
    return html`
      <section class="card" aria-label=${t('upkeep.groups')}>
        <header class="card-head"><h2>${t('upkeep.groups')}</h2><span class="spacer"></span>
          <button class="button" @click=${() => this.#download(field, groups)}>${t('upkeep.download')}</button></header>
        <div class="table-scroll" tabindex="0" role="region" aria-label=${t('upkeep.groups')}>
          <table class="plain-table stale-dim">
            <thead><tr>${this.#heads(field).map((words, i) => html`<th scope="col" class=${i ? 'is-number' : ''}>${words}</th>`)}</tr></thead>
            <tbody>${shown.map((group) => html`<tr><th scope="row">${this.#name(field, group)}</th>
              ${cell(group, group.customers)}${stale ? cell(group, group.stale, stale.condition) : nothing}${incomplete ? cell(group, group.incomplete, incomplete.condition) : nothing}</tr>`)}</tbody>
          </table>
        </div>
        ${shown.length < groups.length
          ? html`<button class="link" @click=${() => (this.all = true)}>${t('upkeep.showAll', number(groups.length, language))}</button>`
          : nothing}
      </section>
    `;
  }

  #heads(field) {
    const { stale, incomplete } = this.upkeep;
    return [
      field.label[this.language],
      t('upkeep.customers'),
      ...(stale.length ? [t('upkeep.stale')] : []),
      ...(incomplete.length ? [t('upkeep.incomplete')] : []),
    ];
  }

  #name(field, { value }) {
    return value === null ? t('upkeep.nobody') : session.schema.valueLabel(field.name, value, this.language);
  }

  #download(field, groups) {
    const { stale, incomplete } = this.upkeep;
    const rows = groups.map((group) => [
      this.#name(field, group),
      group.customers,
      ...(stale.length ? [group.stale] : []),
      ...(incomplete.length ? [group.incomplete] : []),
    ]);
    const address = URL.createObjectURL(new Blob([toCsv([this.#heads(field), ...rows])], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `upkeep-${field.name}.csv` });
    link.click();
    URL.revokeObjectURL(address);
  }
}

customElements.define('upkeep-groups', UpkeepGroups);
