/** Other files that a table is joined with: orders for their lines, products for their numbers. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { session } from '../session.js';
import { icon } from '../shared/icon.js';
import { desk } from './import-desk.js';

/** A button that takes a file. */
export function joinButton() {
  const chosen = ({ target }) => {
    const [file] = target.files;
    target.value = '';
    if (file) desk.join(file);
  };
  return html`<label class="button join-button ${desk.busy ? 'is-disabled' : ''}" title=${t('join.text')}>
    <input class="hidden" type="file" ?disabled=${desk.busy} @change=${chosen}>${t('join.add')}
  </label>`;
}

/** Which files there are, and by which column. */
export function joinedFiles({ lookups = [] }) {
  if (lookups.length === 0) return nothing;
  const fixed = desk.started || !session.canEdit;
  const words = ({ file, by }) => html`<span class="fixed-value joined-file">${t('join.by', file, by)}${fixed
    ? nothing
    : html`<button type="button" class="chip-remove" aria-label=${t('join.remove', file)} ?disabled=${desk.busy} @click=${() => desk.part(file)}>${icon('close')}</button>`}</span>`;
  return html`<p class="fixed-values"><span class="muted">${t('join.with')}</span> ${lookups.map(words)}</p>`;
}
