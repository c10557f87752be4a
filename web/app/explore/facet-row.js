import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.js';
import { onlyValue, toggleExclude, toggleValue } from '../pure/facet-filter.js';
import { number } from '../pure/format.js';
import { session } from '../session.js';
import { icon } from '../shared/icon.js';
import { properties } from '../shared/properties.js';
import { preferences } from '../shared/preferences.js';

/** One value of a facet: check box, label, bar, exact count; on hover or focus *only* and *exclude*. */
export function facetRow({ row, filter, most, field, path, contains, deep, set, enter }) {
  const { value, count } = row;
  const tree = field.type === 'tree';
  const label = wordFor(field, value);
  const above = tree && contains ? session.schema.labelsAbove(field.name, value, preferences.language).map((word) => `${word} › `).join('') : '';
  const excluded = filter.exclude.includes(value);
  const chosen = filter.include.includes(value);
  const within = tree && filter.include.some((node) => value.startsWith(`${node}/`) || (path && path.startsWith(`${node}/`)));
  const state = [chosen || within ? 'is-chosen' : '', excluded ? 'is-excluded' : '', count === 0 ? 'is-zero' : ''].join(' ');
  const shownCount = number(count, preferences.language);
  return html`
    <li class="facet-row ${state}" ${properties({ '--digits': shownCount.length })}>
      <label title=${above + label}>
        <span class="bar stale-dim" ${properties({ '--share': count / most })}></span>
        <input
          type="checkbox" .checked=${live(chosen || within)} .indeterminate=${live(excluded)}
          aria-label=${excluded ? t('facets.excluded', label) : label}
          @change=${() => set(toggleValue(filter, value, tree))}
        >
        <span class="facet-label">${above ? html`<span class="muted">${above}</span>` : nothing}${label}</span>
        <span class="number facet-count stale-dim">${shownCount}</span>
      </label>
      <span class="facet-actions">
        <button class="link" aria-label=${t('facets.onlyOne', label)} @click=${() => set(onlyValue(value))}>${t('facets.only')}</button>
        <button class="link" aria-label=${t('facets.excludeOne', label)} @click=${() => set(toggleExclude(filter, value))}>${t('facets.exclude')}</button>
      </span>
      ${deep
        ? html`<button
            class="icon-button facet-enter" aria-label=${t('facets.enter', label)} title=${t('facets.enter', label)}
            ?hidden=${!row.parent} @click=${() => enter(value)}
          >${icon('chevron')}</button>`
        : nothing}
    </li>
  `;
}

/** How many customers have no value, to choose like a value. */
export function missingRow(missing, filter, set) {
  return html`
    <li class="facet-row is-missing ${filter.missing ? 'is-chosen' : ''} ${missing === 0 ? 'is-zero' : ''}">
      <label>
        <input type="checkbox" .checked=${live(filter.missing)} aria-label=${t('facets.missing')} @change=${() => set({ ...filter, missing: !filter.missing })}>
        <span class="facet-label">${t('facets.missing')}</span>
        <span class="number facet-count stale-dim">${number(missing, preferences.language)}</span>
      </label>
    </li>
  `;
}

function wordFor(field, value) {
  if (field.type === 'boolean') return t(value === 'true' || value === true ? 'yes' : 'no');
  return session.schema.valueLabel(field.name, value, preferences.language);
}
