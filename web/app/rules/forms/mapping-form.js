import { html } from 'lit';
import { t } from '../../../i18n/index.js';
import { worded } from '../../pure/rule-defaults.js';
import { defined, replaced, without } from '../../pure/rule-shapes.js';
import { session } from '../../session.js';
import { Element } from '../../shared/element.js';
import { icon } from '../../shared/icon.js';
import { fieldChoice, gradeChoice, gradeOrNone, missingChoice } from '../controls.js';
import { gradeLabel, gradesOf } from '../words.js';
import '../../builder/value-picker.js';

/** Mapping: values of a field are put into groups; the first group that fits counts. */
export class MappingForm extends Element {
  static properties = { definition: { attribute: false } };

  render() {
    const { facet, field, groups, otherwise } = this.definition;
    const grades = gradesOf(facet);
    const next = grades.find((grade) => !groups.some((group) => group.grade === grade)) ?? grades[0];
    return html`
      <div class="form-line">
        ${fieldChoice(t('bands.field'), worded(session.schema, facet), field, (name) => this.#edit({ field: name, groups: groups.map(({ grade }) => ({ grade, values: [] })) }))}
        ${gradeOrNone(t('mapping.otherwise'), facet, otherwise, (grade) => this.#edit({ otherwise: grade }))}
        ${missingChoice(this.definition, (missing) => this.#edit({ missing }))}
      </div>
      <ol class="plain band-rows mapping-rows">${groups.map((group, i) => this.#group(group, i))}</ol>
      <button type="button" class="link" @click=${() => this.#edit({ groups: [...groups, { grade: next, values: [] }] })}>${icon('plus')}${t('mapping.add')}</button>
    `;
  }

  #group(group, i) {
    const { facet, field, groups } = this.definition;
    const name = gradeLabel(facet, group.grade);
    return html`
      <li>
        ${gradeChoice(t('bands.grade', i + 1), facet, group.grade, (grade) => this.#edit({ groups: replaced(groups, i, { grade }) }))}
        <value-picker .field=${field} .values=${group.values} @pick=${(event) => this.#edit({ groups: replaced(groups, i, { values: event.detail }) })}></value-picker>
        <button type="button" class="icon-button" aria-label=${t('bands.remove', name)} title=${t('bands.remove', name)} @click=${() => this.#edit({ groups: without(groups, i) })}>${icon('close')}</button>
      </li>
    `;
  }

  #edit(change) {
    this.emit('edit', defined({ ...this.definition, ...change }));
  }
}

customElements.define('mapping-form', MappingForm);
