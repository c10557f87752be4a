import { html } from 'lit';
import { t } from '../../i18n/index.js';

const MODES = ['upsert', 'add', 'update', 'mirror'];

/** What an import may do, each way with one sentence. */
export function modeChoice(mode, pick, fixed = false) {
  return html`
    <fieldset class="choices modes" ?disabled=${fixed}>
      <legend>${t('mode.title')}</legend>
      ${MODES.map(
        (one) => html`<label class="choice">
          <input type="radio" name="mode" value=${one} .checked=${one === mode} @change=${() => pick(one)}>
          <span><strong>${t(`mode.${one}`)}</strong><span class="muted">${t(`modeText.import.${one}`)}</span></span>
        </label>`,
      )}
    </fieldset>
  `;
}
