/** How complete and how recent a customer's data is. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { preferences } from '../shared/preferences.js';
import { properties } from '../shared/properties.js';
import { fieldValue } from './field-value.js';

const recorded = (kind) => session.schema.fields.find(({ record }) => record === kind);

/** A bar of what is there, the wanted fields that are missing, and when the newest value came. */
export function completenessCard(customer) {
  const completeness = recorded('completeness');
  const percent = completeness && customer.fields[completeness.name];
  if (percent === undefined) return nothing;
  const updated = recorded('updated');
  const day = updated && customer.fields[updated.name];
  const { language } = preferences;
  const missing = customer.missing.map((name) => session.schema.field(name).label[language]);
  return html`
    <section class="card completeness" aria-label=${t('customer.completeness')}>
      <div class="completeness-line">
        <span class="meter" role="img" aria-label=${t('customer.percent', percent)}><span ${properties({ '--share': percent / 100 })}></span></span>
        <strong class="number">${t('customer.percent', percent)}</strong>
        <span class="muted">${missing.length ? t('customer.missing', missing.join(t('comma'))) : t('customer.nothingMissing')}</span>
        <span class="spacer"></span>
        ${day ? html`<span class="muted">${t('customer.updated')} ${fieldValue(updated, day)}</span>` : nothing}
      </div>
    </section>
  `;
}
