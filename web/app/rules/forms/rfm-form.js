import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { dateFields, numericFields } from '../../pure/rule-defaults.js';
import { replaced, shifted, without } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { choice, fieldChoice, gradeChoice, scoreChoice } from '../controls.js';
import { gradeLabel, gradesOf } from '../words.js';
import './rfm-cuts.js';

const METHODS = ['type7', 'type7-plus-one', 'qcut', 'rank', 'fixed'];
const SCORES = ['3', '4', '5', '6', '7'];
const LETTERS = ['r', 'f', 'm'];

/** RFM: scores for recency, frequency and money, and a map from scores to grades. */
export class RfmForm extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    const { definition } = this;
    const { schema } = session;
    const part = (name, fields) => fieldChoice(t(`rfm.${name}`), fields, definition[name], (field) => this.#edit({ [name]: field }));
    return html`
      <div class="form-line">
        ${part('recency', dateFields(schema))} ${part('frequency', numericFields(schema))} ${part('monetary', numericFields(schema))}
      </div>
      <div class="form-line">
        ${this.#asOf()}
        ${choice(t('rfm.scores'), SCORES.map((n) => [n, n]), String(definition.scores), (n) => this.#edit({ scores: Number(n) }))}
        ${choice(t('quantiles.method'), METHODS.map((m) => [m, t(`method.${m}`)]), definition.method, (method) => this.#method(method))}
      </div>
      <rfm-cuts .definition=${definition} .cuts=${this.cuts} @cuts=${(event) => this.#edit({ cuts: event.detail })}></rfm-cuts>
      ${this.#map()}
    `;
  }

  #asOf() {
    const { asOf } = this.definition;
    const fixed = asOf !== undefined && asOf !== 'today';
    const today = new Date().toISOString().slice(0, 10);
    return html`
      ${choice(t('rfm.asOf'), [['today', t('rfm.today')], ['day', t('rfm.fixedDay')]], fixed ? 'day' : 'today', (kind) => this.#edit({ asOf: kind === 'day' ? today : 'today' }))}
      ${fixed ? html`<label class="field">${t('rfm.day')}<input class="input compact date" type="date" .value=${asOf} @change=${(event) => event.target.value && this.#edit({ asOf: event.target.value })}></label>` : nothing}
    `;
  }

  #method(method) {
    const { cuts, ...rest } = this.definition;
    this.emit('edit', method === 'fixed' ? { ...rest, method, cuts: cuts ?? this.cuts ?? {} } : { ...rest, method });
  }

  #map() {
    const { facet, segments, otherwise } = this.definition;
    const grades = gradesOf(facet);
    const unused = grades.find((grade) => grade !== otherwise && !segments.some((s) => s.grade === grade)) ?? grades[0];
    const full = [1, this.definition.scores];
    return html`
      <div class="rfm-map-scroll">
        <table class="form-table">
          <caption class="hidden">${t('rfm.map')}</caption>
          <thead>
            <tr><th scope="col">${t('rfm.grade')}</th>${LETTERS.map((letter) => html`<th scope="col">${t(`rfm.${letter}`)}</th>`)}<th scope="col"><span class="hidden">${t('actions')}</span></th></tr>
          </thead>
          <tbody>${segments.map((segment, i) => this.#segment(segment, i))}</tbody>
        </table>
      </div>
      <div class="form-line is-ends">
        <button type="button" class="link" @click=${() => this.#edit({ segments: [...segments, { grade: unused, r: full, f: full, m: full }] })}>${icon('plus')}${t('rfm.add')}</button>
        ${choice(t('rfm.otherwise'), [['', t('rules.ungraded')], ...grades.map((grade) => [grade, gradeLabel(facet, grade)])], otherwise ?? '', (grade) => this.#edit({ otherwise: grade || undefined }))}
      </div>
    `;
  }

  #segment(segment, i) {
    const { facet, segments, scores } = this.definition;
    const name = gradeLabel(facet, segment.grade);
    const set = (change) => this.#edit({ segments: replaced(segments, i, change) });
    const bound = (letter, end) => scoreChoice(`${name}: ${t(`rfm.${letter}`)} ${t(end ? 'range.to' : 'range.from')}`, scores, segment[letter][end], (score) => set({ [letter]: segment[letter].map((old, at) => (at === end ? score : old)) }));
    const move = (by, symbol, key) => html`<button type="button" class="icon-button" aria-label=${t(key, name)} title=${t(key, name)} ?disabled=${!segments[i + by]} @click=${() => this.#edit({ segments: shifted(segments, i, by) })}>${icon(symbol)}</button>`;
    return html`
      <tr>
        <td>${gradeChoice(t('bands.grade', i + 1), facet, segment.grade, (grade) => set({ grade }))}</td>
        ${LETTERS.map((letter) => html`<td><span class="score-range">${bound(letter, 0)}<span class="muted">–</span>${bound(letter, 1)}</span></td>`)}
        <td><span class="row-tools">${move(-1, 'up', 'order.up')}${move(1, 'down', 'order.down')}
          <button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ segments: without(segments, i) })}>${icon('close')}</button></span></td>
      </tr>
    `;
  }

  #edit(change) {
    const edited = { ...this.definition, ...change };
    if (edited.otherwise === undefined) delete edited.otherwise;
    this.emit('edit', edited);
  }
}

customElements.define('rfm-form', RfmForm);
