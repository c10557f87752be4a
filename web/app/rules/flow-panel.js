import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { flowChart } from '../pure/charts.js';
import { number } from '../pure/format.js';
import { gradesSeen } from '../pure/moves.js';
import { numericFields } from '../pure/rule-defaults.js';
import { session } from '../session.js';
import '../shared/chart-canvas.js';
import { Element } from '../shared/element.js';
import { choice } from './controls.js';
import { amount, fieldLabel, gradeLabel, gradesOf } from './words.js';
import { workbench } from './workbench.js';
import './move-matrix.js';

const NARROW = 5;

/** From old grade to new: as flows and as a table, with the sum of a field beside the customers. */
export class FlowPanel extends Element {
  constructor() {
    super();
    this.watch(workbench);
  }

  render() {
    const { preview, rule, sum } = workbench;
    if (!preview) return nothing;
    const order = gradesOf(rule.facet);
    const grades = gradesSeen(preview.matrix, order);
    const money = numericFields(session.schema);
    return html`
      <section class="card flow ${grades.length > NARROW ? 'is-wide' : ''}" aria-label=${t('trial.flow')}>
        <header class="card-head">
          <div><h2>${t('trial.flow')}</h2><p class="muted">${t('trial.flowText')}</p></div>
          ${choice(t('trial.sum'), [['', t('trial.noSum')], ...money.map(({ name }) => [name, fieldLabel(name)])], sum, (name) => workbench.sumOf(name))}
        </header>
        <div class="flow-columns stale-dim">
          <div class="flow-chart">
            <p class="flow-ends muted" aria-hidden="true"><span>${t('trial.now')}</span><span>${t('trial.then')}</span></p>
            <chart-canvas .label=${t('trial.flowLabel')} .options=${(palette) => this.#options(palette, grades, order)} .pick=${(data) => data.cell && workbench.look(data.cell)}></chart-canvas>
          </div>
          <move-matrix .facet=${rule.facet} .matrix=${preview.matrix} .grades=${grades} .sum=${sum} .chosen=${workbench.cell} @look=${(event) => workbench.look(event.detail)}></move-matrix>
        </div>
      </section>
    `;
  }

  #options(palette, grades, order) {
    const { preview, rule, cell, sum } = workbench;
    const grade = (value) => gradeLabel(rule.facet, value);
    const flow = (one) =>
      [
        `${grade(one.from)} → ${grade(one.to)}`,
        `${number(one.customers, this.language)} ${t('customers', one.customers)}`,
        ...(sum && one.sums?.[sum] !== undefined ? [`${fieldLabel(sum)} ${amount(sum, one.sums[sum])}`] : []),
      ].join('\n');
    return flowChart({ matrix: preview.matrix, grades, order, chosen: cell, words: { grade, flow }, palette });
  }
}

customElements.define('flow-panel', FlowPanel);
