import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { fieldValue } from '../customers/field-value.js';
import { share } from '../pure/format.js';
import { customerAddress } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { desk } from './import-desk.js';
import { KINDS } from './report-numbers.js';
import { count, targetLabel } from './words.js';

/** Examples of one kind of rows: what they are, what would change, why they are refused. */
export class ReportSamples extends Element {
  static properties = { report: { attribute: false }, kind: { attribute: false } };

  render() {
    const { kind, report } = this;
    if (!KINDS.includes(kind)) return nothing;
    const samples = report.samples?.[kind] ?? [];
    const n = report.kinds[kind] ?? 0;
    return html`
      <section class="card samples" aria-labelledby="samples-title">
        <div class="card-head"><h2 id="samples-title">${t(`samples.${kind}`)}</h2>
          <span class="muted number">${samples.length < n ? t('samples.some', count(samples.length), count(n)) : nothing}</span></div>
        ${samples.length ? this.#table(kind, samples) : html`<p class="muted">${t('samples.none')}</p>`}
      </section>
    `;
  }

  #table(kind, samples) {
    const what = { changed: 'samples.changes', duplicate: 'samples.of', rejected: 'samples.reasons' }[kind];
    return html`
      <div class="table-scroll samples-scroll" tabindex="0" role="region" aria-labelledby="samples-title">
        <table>
          <thead><tr><th scope="col" class="is-number">${t('file.row')}</th><th scope="col">${t(kind === 'rejected' ? 'samples.cells' : 'samples.customer')}</th>${what ? html`<th scope="col">${t(what)}</th>` : nothing}</tr></thead>
          <tbody>${samples.map((sample) => html`<tr><td class="is-number muted">${sample.row ? count(sample.row) : ''}</td>${this.#cells(kind, sample)}</tr>`)}</tbody>
        </table>
      </div>
    `;
  }

  #cells(kind, sample) {
    if (kind === 'rejected') {
      const cells = Array.isArray(sample.cells) ? sample.cells : Object.values(sample.cells ?? {});
      return html`<td class="sample-cells" title=${cells.join(' | ')}>${cells.filter((cell) => cell !== '').slice(0, 5).join(' | ')}</td>
        <td class="sample-reasons">${[sample.reasons].flat().map((reason) => html`<span>${reason.detail ?? reason}</span>`)}</td>`;
    }
    const known = kind !== 'added' && (sample.rows ?? 'customers') === 'customers';
    const name = html`<span class="sample-name">${sample.name ?? sample.id}</span>`;
    return html`
      <td>${known && kind !== 'duplicate' ? html`<a href=${customerAddress(sample.id)}>${name}</a>` : name} <span class="muted number">${sample.name ? sample.id : nothing}</span></td>
      ${kind === 'changed' ? html`<td class="sample-changes">${(sample.changes ?? []).map((change) => this.#change(sample.rows ?? 'customers', change))}</td>` : nothing}
      ${kind === 'duplicate' ? html`<td class="sample-changes">${sample.of?.length ? sample.of.map((other) => this.#other(other)) : t('samples.again')}</td>` : nothing}
    `;
  }

  #change(rows, { field, from, to }) {
    const known = rows === 'customers' && session.schema.field(field);
    const show = (value) => (known ? fieldValue(known, value) : (value ?? '–'));
    return html`<span class="change"><span class="muted">${targetLabel({ rows, field })}</span> <del>${show(from)}</del> <span aria-hidden="true">→</span> <ins>${show(to)}</ins></span>`;
  }

  #other({ id, name, score, reasons = [] }) {
    const words = reasons.map((reason) => t(`match.${reason.code ?? reason}`) ?? reason.code ?? reason);
    return html`<span class="change"><a href=${customerAddress(id)}>${name ?? id}</a> <span class="muted number">${share(score, 1, this.language)}${words.length ? html`<span class="dot">·</span>${words.join(t('comma'))}` : nothing}</span></span>`;
  }
}

customElements.define('report-samples', ReportSamples);
