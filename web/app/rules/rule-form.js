/** The form for a kind of rule. */
import { html } from 'lit';
import './forms/abc-form.js';
import './forms/bands-form.js';
import './forms/lifecycle-form.js';
import './forms/mapping-form.js';
import './forms/quantiles-form.js';
import './forms/rfm-form.js';
import './forms/score-form.js';

/** Those forms say `edit` with the changed definition. */
export function ruleForm(definition, cutPoints = {}) {
  const found = cutPoints.cuts;
  switch (definition.kind) {
    case 'bands':
      return html`<bands-form .definition=${definition}></bands-form>`;
    case 'quantiles':
      return html`<quantiles-form .definition=${definition} .cuts=${found}></quantiles-form>`;
    case 'abc':
      return html`<abc-form .definition=${definition} .cuts=${found}></abc-form>`;
    case 'rfm':
      return html`<rfm-form .definition=${definition} .cuts=${cutPoints}></rfm-form>`;
    case 'lifecycle':
      return html`<lifecycle-form .definition=${definition}></lifecycle-form>`;
    case 'score':
      return html`<score-form .definition=${definition}></score-form>`;
    default:
      return html`<mapping-form .definition=${definition}></mapping-form>`;
  }
}
