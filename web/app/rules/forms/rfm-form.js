import { html, nothing } from 'lit';
import { t } from '../../../i18n/index.js';
import { asksForSum, defined, DIMENSIONS, methodsOf, replaced, shifted, without } from '../../pure/rule-shapes.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { choice, gradeChoice, gradeOrNone, missingChoice, scoreChoice } from '../controls.js';
import { gradeLabel, gradesOf } from '../words.js';
import './rfm-dimensions.js';

const SCORES = Array.from({ length: 9 }, (_, i) => String(i + 2));
const TIES = ['together', 'by-number'];

/** RFM: scores for recency, frequency and money, and a map from scores to grades. */
export class RfmForm extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    const { definition } = this;
    const ranked = Object.values(methodsOf(definition)).includes('rank');
    return html`
      <rfm-dimensions .definition=${definition} .cuts=${this.cuts}></rfm-dimensions>
      <div class="form-line">
        ${this.#asOf()}
        ${choice(t('rfm.scores'), SCORES.map((n) => [n, n]), String(definition.scores ?? 5), (n) => this.#edit({ scores: Number(n) }))}
        ${ranked ? choice(t('quantiles.ties'), TIES.map((kind) => [kind, t(`ties.${kind}`)]), definition.ties ?? TIES[0], (ties) => this.#edit({ ties })) : nothing}
        ${missingChoice(definition, (missing) => this.#edit({ missing }))}
      </div>
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

  #map() {
    const { facet, segments, otherwise } = this.definition;
    const grades = gradesOf(facet);
    const unused = grades.find((grade) => grade !== otherwise && !segments.some((s) => s.grade === grade)) ?? grades[0];
    const { scores = 5 } = this.definition;
    const full = [1, scores];
    const letters = this.#letters;
    return html`
      <div class="rfm-map-scroll">
        <table class="form-table">
          <caption class="hidden">${t('rfm.map')}</caption>
          <thead>
            <tr><th scope="col">${t('rfm.grade')}</th>${letters.map((letter) => html`<th scope="col">${t(`rfm.${letter}`)}</th>`)}<th scope="col"><span class="hidden">${t('actions')}</span></th></tr>
          </thead>
          <tbody>${segments.map((segment, i) => this.#segment(segment, i))}</tbody>
        </table>
      </div>
      <div class="form-line is-ends">
        <button type="button" class="link" @click=${() => this.#edit({ segments: [...segments, { grade: unused, r: full, f: full, m: full }] })}>${icon('plus')}${t('rfm.add')}</button>
        ${gradeOrNone(t('rfm.otherwise'), facet, otherwise, (grade) => this.#edit({ otherwise: grade }))}
      </div>
    `;
  }

  /** The sum of the scores has a column when a line asks for it. */
  get #letters() {
    return asksForSum(this.definition) ? ['r', 'f', 'm', 'sum'] : ['r', 'f', 'm'];
  }

  #segment(segment, i) {
    const { facet, segments, scores = 5 } = this.definition;
    const span = (letter) => segment[letter] ?? (letter === 'sum' ? [DIMENSIONS.length, DIMENSIONS.length * scores] : [1, scores]);
    const name = gradeLabel(facet, segment.grade);
    const set = (change) => this.#edit({ segments: replaced(segments, i, change) });
    const bound = (letter, end) => scoreChoice(`${name}: ${t(`rfm.${letter}`)} ${t(end ? 'range.to' : 'range.from')}`, letter === 'sum' ? DIMENSIONS.length * scores : scores, span(letter)[end], (score) => set({ [letter]: span(letter).map((old, at) => (at === end ? score : old)) }));
    const move = (by, symbol, key) => html`<button type="button" class="icon-button" aria-label=${t(key, name)} title=${t(key, name)} ?disabled=${!segments[i + by]} @click=${() => this.#edit({ segments: shifted(segments, i, by) })}>${icon(symbol)}</button>`;
    return html`
      <tr>
        <td>${gradeChoice(t('bands.grade', i + 1), facet, segment.grade, (grade) => set({ grade }))}</td>
        ${this.#letters.map((letter) => html`<td><span class="score-range">${bound(letter, 0)}<span class="muted">–</span>${bound(letter, 1)}</span></td>`)}
        <td><span class="row-tools">${move(-1, 'up', 'order.up')}${move(1, 'down', 'order.down')}
          <button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ segments: without(segments, i) })}>${icon('close')}</button></span></td>
      </tr>
    `;
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('rfm-form', RfmForm);
