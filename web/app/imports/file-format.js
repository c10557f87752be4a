import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { choice } from '../rules/controls.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { desk } from './import-desk.js';

const CHARSETS = ['UTF-8', 'GB18030', 'Big5', 'windows-1252', 'UTF-16LE', 'UTF-16BE', 'x-MacRoman', 'ISO-8859-1', 'Shift_JIS', 'EUC-KR', 'windows-1251'];
const DELIMITERS = [',', ';', '\t', '|'];
const MOST_LINES = 5;
const MOST_SKIPPED = 20;

/** How the file is read: encoding, delimiter, header, sheet. A change is shown at once. */
export class FileFormat extends Element {
  constructor() {
    super();
    this.watch(desk);
  }

  render() {
    const { format, guess } = desk.table;
    const fixed = desk.started || !session.canEdit;
    return html`
      <fieldset class="card file-format" ?disabled=${fixed || desk.busy} aria-label=${t('file.format')}>
        <div class="field">${t('format.kind')}<strong>${t(`format.${format.kind}`)}</strong></div>
        ${format.charset === undefined ? nothing : this.#charset(format, guess)}
        ${format.delimiter === undefined ? nothing : this.#delimiter(format)}
        ${format.kind === 'xlsx' && guess?.sheets?.length ? this.#sheet(format, guess.sheets) : nothing}
        ${format.header ? this.#header(format) : nothing}
      </fieldset>
    `;
  }

  #set(change) {
    desk.setFormat({ ...desk.table.format, ...change });
  }

  #charset({ charset }, guess) {
    const likely = guess?.charsets ?? [];
    const names = [...new Set([charset, ...likely, ...CHARSETS])];
    const options = names.map((name) => [name, likely.includes(name) && name !== charset ? t('format.possible', name) : name]);
    return choice(t('format.charset'), options, charset, (value) => this.#set({ charset: value }));
  }

  #delimiter({ delimiter }) {
    const options = [...new Set([delimiter, ...DELIMITERS])].map((one) => [one, t(`delimiter.${one}`) ?? one]);
    return choice(t('format.delimiter'), options, delimiter, (value) => this.#set({ delimiter: value }));
  }

  #sheet({ sheet }, sheets) {
    const options = sheets.map((name) => [name, name]);
    return choice(t('format.sheet'), options, sheet || sheets[0], (value) => this.#set({ sheet: value }));
  }

  #header({ header }) {
    const lines = Array.from({ length: MOST_LINES + 1 }, (_, i) => [String(i), t('format.lines', i)]);
    const most = Math.max(MOST_SKIPPED, header.skip);
    const skips = Array.from({ length: most + 1 }, (_, i) => [String(i), t('format.skips', i)]);
    const set = (change) => this.#set({ header: { ...header, ...change } });
    return html`
      ${choice(t('format.header'), lines, String(header.lines), (value) => set({ lines: Number(value) }))}
      ${choice(t('format.skip'), skips, String(header.skip), (value) => set({ skip: Number(value) }))}
    `;
  }
}

customElements.define('file-format', FileFormat);
