/** The parts of the form of a connection. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { KINDS } from '../pure/jdbc-address.js';

const MODES = ['upsert', 'add', 'update', 'mirror'];
const PLANS = ['off', 'every', 'daily'];

const field = (name, value, more = {}) => html`
  <label class="field ${more.className ?? ''}">${t(`connection.${more.label ?? name}`)}
    <input class="input" name=${name} type=${more.type ?? 'text'} ?required=${more.required} maxlength="1000" autocomplete=${more.autocomplete ?? 'off'} spellcheck="false"
      min=${more.min ?? nothing} step=${more.step ?? nothing} placeholder=${more.placeholder ?? nothing} .defaultValue=${String(value ?? '')}>
  </label>`;

/** Which database, where, and who asks. */
export function addressFields({ kind, address, connection, choose }) {
  const known = KINDS.find((each) => each.kind === kind);
  return html`
    <div class="form-row">
      <label class="field">${t('connection.kind')}
        <select class="input" name="kind" @change=${(event) => choose(event.target.value)}>
          ${[...KINDS, { kind: 'other', label: t('connection.kind.other') }].map((each) => html`<option value=${each.kind} ?selected=${each.kind === kind}>${each.label}</option>`)}
        </select>
      </label>
      ${known
        ? html`${field('host', address.host, { required: true, className: 'grow', placeholder: 'db.example.com' })}
          ${field('port', address.port, { className: 'short', placeholder: String(known.port) })}
          ${field('database', address.database, { required: true })}
          ${field('options', address.options, { placeholder: kind === 'sqlserver' ? 'encrypt=true' : kind === 'postgresql' ? 'sslmode=require' : 'sslMode=trust' })}`
        : field('url', connection.url, { required: true, className: 'grow', placeholder: 'jdbc:oracle:thin:@//host:1521/service' })}
    </div>
    ${known ? nothing : html`<p class="muted">${t('connection.otherText')}</p>`}
    <div class="form-row">
      ${field('user', connection.user, { required: true })}
      ${field('password', '', { type: 'password', autocomplete: 'new-password', placeholder: connection.hasPassword ? t('connection.passwordKept') : '' })}
      <p class="muted form-note">${t('connection.userText')}</p>
    </div>
  `;
}

/** Whether only what is new is read, and how that is told. */
export function newsFields({ news, watermark, toggle }) {
  return html`
    <label class="switch"><input type="checkbox" name="news" .checked=${news} @change=${(event) => toggle(event.target.checked)}> ${t('connection.news')}</label>
    <p class="muted">${t('connection.newsText')}</p>
    ${news
      ? html`<div class="form-row">
          ${field('column', watermark?.column, { required: true, placeholder: 'updated_at' })}
          ${field('first', watermark?.first ?? '1970-01-01', { required: true })}
          ${field('overlap', watermark ? watermark.overlap / 60 : 5, { type: 'number', min: 0, step: 'any', className: 'short' })}
          <label class="switch form-note"><input type="checkbox" name="reread"> ${t('connection.reread')}</label>
        </div>`
      : nothing}
  `;
}

/** What the columns become: a saved mapping, or one of its own as text. */
export function mappingFields({ saved, chosen, mapping, choose }) {
  return html`
    <h2>${t('connection.mapping')}</h2>
    <p class="muted">${t('connection.mappingText')}</p>
    ${saved.length || chosen
      ? html`<label class="field">${t('connection.mappingFrom')}
          <select class="input" name="mappingName" @change=${(event) => choose(event.target.value)}>
            <option value="">${t('connection.ownMapping')}</option>
            ${saved.map(({ name }) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
          </select></label>`
      : nothing}
    <textarea class="input code mapping-text" name="mapping" rows="12" spellcheck="false" ?hidden=${Boolean(chosen)} aria-label=${t('connection.mapping')}
      placeholder=${t('connection.mappingExample')} .defaultValue=${mapping ? JSON.stringify(mapping, null, 2) : ''}></textarea>
  `;
}

/** How often, and what is done with what comes. */
export function planFields({ plan, connection, news, choose }) {
  const { schedule, mode, enabled } = connection;
  return html`
    <div class="form-row">
      <label class="field">${t('connection.schedule')}
        <select class="input" name="plan" @change=${(event) => choose(event.target.value)}>
          ${PLANS.map((each) => html`<option value=${each} ?selected=${each === plan}>${t(`connection.plan.${each}`)}</option>`)}
        </select>
      </label>
      ${plan === 'every' ? field('every', schedule?.every ?? 60, { type: 'number', min: 1, required: true, className: 'short' }) : nothing}
      ${plan === 'daily' ? field('daily', schedule?.daily ?? '02:30', { type: 'time', required: true, className: 'short' }) : nothing}
      <label class="field grow">${t('connection.mode')}
        <select class="input" name="mode">
          ${MODES.filter((each) => !(news && each === 'mirror')).map((each) => html`<option value=${each} ?selected=${each === mode}>${t(`connection.mode.${each}`)}</option>`)}
        </select>
      </label>
    </div>
    <label class="switch"><input type="checkbox" name="enabled" .checked=${enabled}> ${t('connection.enabled')}</label>
  `;
}
