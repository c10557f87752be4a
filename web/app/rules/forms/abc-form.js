import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { numericFields } from '../../pure/rule-defaults.js';
import { defined, replaced } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { amountInput, fieldChoice, gradeChoice, missingChoice } from '../controls.js';
import { gradeLabel } from '../words.js';
import '../field-histogram.js';

const PERCENT = 100;

/** ABC: the largest customers that together make up a share of everything, after Pareto. */
export class AbcForm extends Element {
  static properties = { definition: { attribute: false }, cuts: { attribute: false } };

  render() {
    const { facet, field, grades, crossing } = this.definition;
    const rising = [...grades].reverse().map(({ grade }) => grade);
    const cuts = [...(this.cuts ?? [])].sort((a, b) => a - b);
    return html`
      <div class="form-line">
        ${fieldChoice(t('abc.field'), numericFields(session.schema), field, (name) => this.#edit({ field: name }))}
        ${missingChoice(this.definition, (missing) => this.#edit({ missing }))}
        <label class="switch"><input type="checkbox" .checked=${crossing ?? false} @change=${(event) => this.#edit({ crossing: event.target.checked })}>${t('abc.crossing')}</label>
      </div>
      <field-histogram .facet=${facet} .field=${field} .cuts=${cuts} .grades=${rising} .fixed=${true}></field-histogram>
      <ol class="plain band-rows">${grades.map((entry, i) => this.#grade(entry, i))}</ol>
    `;
  }

  #grade({ grade, upTo }, i) {
    const { facet, grades } = this.definition;
    const share = (percent) => this.#edit({ grades: replaced(grades, i, { upTo: Number((percent / PERCENT).toFixed(4)) }) });
    return html`
      <li>
        ${gradeChoice(t('bands.grade', i + 1), facet, grade, (value) => this.#edit({ grades: replaced(grades, i, { grade: value }) }))}
        ${upTo === undefined
          ? html`<span class="muted">${t('abc.rest')}</span>`
          : html`<span class="muted">${t('abc.upTo')}</span>
              ${amountInput(t('abc.upToOf', gradeLabel(facet, grade)), Number((upTo * PERCENT).toFixed(2)), share, { unit: '%' })}`}
      </li>
    `;
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('abc-form', AbcForm);
