import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { api } from '../api.js';
import { composeAddress, nameOf, parseAddress } from '../pure/jdbc-address.js';
import { router } from '../router.js';
import { session } from '../session.js';
import { Element } from '../shared/element.js';
import { emptyState, setTitle, skeleton } from '../shared/parts.js';
import { toasts } from '../shared/toasts.js';
import '../shared/problem-notice.js';
import { addressFields, mappingFields, newsFields, planFields } from './form-fields.js';
import { trialView } from './trial-view.js';
import { connectionAddress } from './words.js';

const NEW = { label: '', url: 'jdbc:postgresql:///', user: '', hasPassword: false, query: '', watermark: null, schedule: { every: 60 }, mapping: null, mappingName: null, mode: 'upsert', enabled: true };
const USUAL_OVERLAP = 300;

/** Makes a connection or changes one: where, what, how often, and what the columns become. */
export class ConnectionForm extends Element {
  static properties = {
    name: {},
    connection: { state: true },
    kind: { state: true },
    news: { state: true },
    plan: { state: true },
    saved: { state: true },
    mappingName: { state: true },
    trial: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('name')) this.#load();
  }

  async #load() {
    this.saved = [];
    try {
      this.#show(this.name ? await api.connection(this.name) : NEW);
      this.saved = (await api.mappings()).mappings;
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
  }

  #show(connection) {
    const { watermark, schedule, mappingName } = connection;
    Object.assign(this, {
      connection,
      address: this.name ? parseAddress(connection.url) : { kind: 'postgresql', host: '', port: '', database: '', options: '' },
      news: watermark !== null,
      plan: !schedule ? 'off' : schedule.daily ? 'daily' : 'every',
      mappingName: mappingName ?? '',
    });
    this.kind = this.address.kind;
  }

  render() {
    const title = this.name ? this.connection?.label : t('connections.new');
    setTitle(title);
    if (!session.isAdmin) return emptyState(t('connection.adminOnly'), t('connection.adminOnlyText'), html`<a class="button" href="/connections">${t('connections.title')}</a>`);
    if (!this.connection) return html`<problem-notice .problem=${this.problem} .retry=${() => this.#load()}></problem-notice>${this.problem ? nothing : skeleton(6)}`;
    const { connection } = this;
    return html`
      <header class="page-head"><div>
        <p class="muted crumbs"><a href="/connections">${t('connections.title')}</a></p><h1>${title}</h1>
      </div></header>
      <form class="connection-form" @submit=${this.#submit}>
        <section class="card">
          <label class="field">${t('connection.label')}<input class="input" name="label" required maxlength="200" autocomplete="off" .defaultValue=${connection.label} placeholder=${t('connection.labelExample')}></label>
          ${addressFields({ kind: this.kind, address: this.address, connection, choose: (kind) => (this.kind = kind) })}
        </section>
        <section class="card">
          <label class="field">${t('connection.query')}<textarea class="input code" name="query" rows="7" required maxlength="20000" spellcheck="false" .defaultValue=${connection.query} placeholder=${t('connection.queryExample')}></textarea></label>
          ${newsFields({ news: this.news, watermark: connection.watermark, toggle: (news) => (this.news = news) })}
          <div class="row-buttons"><button type="button" class="button" ?disabled=${this.busy} @click=${this.#test}>${t('connection.test')}</button>
            <span class="muted">${t('connection.testText')}</span></div>
          ${this.trial ? trialView(this.trial) : nothing}
        </section>
        <section class="card">${mappingFields({ saved: this.saved, chosen: this.mappingName, mapping: connection.mapping, choose: (name) => (this.mappingName = name) })}</section>
        <section class="card">${planFields({ plan: this.plan, connection, news: this.news, choose: (plan) => (this.plan = plan) })}</section>
        <problem-notice .problem=${this.problem}></problem-notice>
        <footer class="row-buttons"><button class="button primary" ?disabled=${this.busy}>${t('connection.save')}</button>
          <a class="button" href=${this.name ? connectionAddress(this.name) : '/connections'}>${t('cancel')}</a></footer>
      </form>
    `;
  }

  /** What the form says, as the API takes it. */
  #body(form) {
    const text = (name) => (form.get(name) ?? '').trim();
    const mapping = text('mapping');
    return {
      label: text('label'),
      url: this.kind === 'other' ? text('url') : composeAddress({ kind: this.kind, host: text('host'), port: text('port'), database: text('database'), options: text('options') }),
      user: text('user'),
      password: form.get('password') || null,
      query: form.get('query'),
      watermark: this.news ? { column: text('column'), first: text('first'), overlap: Math.round(Number(text('overlap') || USUAL_OVERLAP / 60) * 60) } : null,
      schedule: this.plan === 'off' ? null : this.plan === 'daily' ? { daily: text('daily') } : { every: Number(text('every')) },
      mappingName: this.mappingName || null,
      mapping: this.mappingName || !mapping ? null : JSON.parse(mapping),
      mode: form.get('mode'),
      enabled: form.has('enabled'),
      reread: form.has('reread'),
    };
  }

  #test() {
    const form = new FormData(this.querySelector('form'));
    return this.#do(async () => {
      this.trial = null;
      const body = { ...this.#body(form), mapping: null, mappingName: null };
      this.trial = await api.testConnection(this.name ?? (nameOf(body.label) || 'connection'), body);
      const area = this.querySelector('[name=mapping]');
      if (area && !area.value.trim()) area.value = JSON.stringify(this.trial.proposal.mapping, null, 2);
      const column = this.querySelector('[name=column]');
      if (column && !column.value) column.value = this.#newest() ?? '';
    });
  }

  /** The column of times that most looks like that of the last change. */
  #newest() {
    const times = this.trial.columns.filter(({ content }) => content.kind === 'dates' && content.times);
    return (times.find(({ name }) => /upd|chang|modif|mod_|更新|修改/i.test(name)) ?? times[0])?.name;
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.#do(async () => {
      const body = this.#body(form);
      const kept = this.name ? await api.updateConnection(this.name, body) : await this.#create(body);
      toasts.say(t('connection.saved', kept.label));
      router.go(connectionAddress(kept.name));
    });
  }

  /** Under a name made of the label; with a number when that is taken. */
  async #create(body) {
    const base = nameOf(body.label) || 'connection';
    for (let number = 1; ; number++) {
      try {
        return await api.createConnection({ ...body, name: number === 1 ? base : `${base.slice(0, 60)}-${number}` });
      } catch (problem) {
        if (problem.code !== 'already-exists' || number === 9) throw problem;
      }
    }
  }

  async #do(action) {
    Object.assign(this, { busy: true, problem: null });
    try {
      await action();
    } catch (problem) {
      const syntax = problem instanceof SyntaxError;
      if (syntax) this.problem = { title: t('mapping.notJson'), detail: problem.message, faults: [] };
      else if (!session.isOver(problem)) this.problem = problem;
    }
    this.busy = false;
    await this.updateComplete;
    if (this.problem) this.querySelector('problem-notice:not(:empty)')?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('connection-form', ConnectionForm);
