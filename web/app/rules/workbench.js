/** One rule while it is looked at and tried: its edited definition and what that would do. */
import { api, isAborted, Problem } from '../api.js';
import { sameDefinition } from '../pure/rule-shapes.js';
import { session } from '../session.js';

const PAUSE_MS = 120;
const JOB_MS = 400;
export const MOVERS_SHOWN = 50;

class Workbench extends EventTarget {
  rule = null;
  definition = null;
  preview = null;
  /** The field whose sum stands beside the customers. */
  sum = '';
  cell = null;
  movers = null;
  loading = false;
  problem = null;
  job = null;
  #timer;
  #request;
  #moversRequest;

  /** Begins with a rule as it is stored; an edit of the same rule that is under way goes. */
  open(rule) {
    this.leave();
    Object.assign(this, { rule, definition: this.stored(rule), preview: null, cell: null, movers: null, problem: null, job: null });
    this.ask();
  }

  leave() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#moversRequest?.abort();
    Object.assign(this, { rule: null, loading: false });
  }

  stored(rule = this.rule) {
    return rule.draft?.definition ?? rule.definition;
  }

  /** Whether the definition has changes that are not stored. */
  get dirty() {
    return this.rule !== null && !sameDefinition(this.definition, this.stored());
  }

  /** Whether there is something to publish. */
  get publishable() {
    return this.rule.state !== 'published' || !sameDefinition(this.definition, this.rule.definition);
  }

  edit(definition) {
    Object.assign(this, { definition, loading: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), PAUSE_MS);
    this.#changed();
  }

  sumOf(field) {
    this.sum = field;
    this.ask();
  }

  async ask() {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.loading = true;
    this.#changed();
    try {
      const body = { definition: this.definition, sum: this.sum ? [this.sum] : [] };
      const preview = await api.previewRule(this.rule.id, body, request.signal);
      Object.assign(this, { preview, problem: null, loading: false });
      if (this.cell) this.look(this.cell);
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      Object.assign(this, { problem, loading: false });
    }
    this.#changed();
  }

  /** Asks who moves from one grade to another; `more` adds to those already shown. */
  async look(cell, more = false) {
    this.#moversRequest?.abort();
    const request = new AbortController();
    this.#moversRequest = request;
    const shown = more ? this.movers : null;
    Object.assign(this, { cell, movers: cell && shown });
    this.#changed();
    if (!cell) return;
    try {
      const movers = { from: cell.from, to: cell.to, limit: MOVERS_SHOWN, offset: shown?.length ?? 0 };
      const answer = await api.previewRule(this.rule.id, { definition: this.definition, movers }, request.signal);
      this.movers = [...(shown ?? []), ...answer.movers];
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      this.problem = problem;
    }
    this.#changed();
  }

  async save() {
    await this.#try(async () => {
      this.rule = await api.saveDraft(this.rule.id, { definition: this.definition });
      this.definition = this.stored();
    });
  }

  async discard() {
    await this.#try(async () => {
      if (this.rule.draft && this.rule.state === 'published') await api.discardDraft(this.rule.id);
      this.open(await api.rule(this.rule.id));
    });
  }

  /** Publishes what is edited; resolves when the grades of all customers are the new ones. */
  async publish(comment) {
    if (this.dirty || (this.rule.state === 'published' && !this.rule.draft)) await this.save();
    if (!this.problem) await this.run(() => api.publishRule(this.rule.id, comment));
  }

  /** Makes an earlier version the published one again. */
  rollback(version, comment) {
    return this.run(() => api.rollbackRule(this.rule.id, version, comment));
  }

  /** Starts work in the background, follows it to its end and reads the rule anew. */
  async run(start) {
    await this.#try(async () => {
      const { id } = this.rule;
      const { job } = await start();
      const failed = await this.#follow(job).then(() => null, (problem) => problem);
      if (this.rule?.id === id) this.open(await api.rule(id));
      if (failed) throw failed;
    });
    this.job = null;
    this.#changed();
  }

  async #follow(id) {
    for (;;) {
      this.job = await api.job(id);
      this.#changed();
      if (this.job.state === 'failed') throw new Problem({ status: 409, code: 'job-failed', title: this.job.problem });
      if (this.job.state === 'done') return;
      await new Promise((resolve) => {
        setTimeout(resolve, JOB_MS);
      });
    }
  }

  async #try(action) {
    this.problem = null;
    try {
      await action();
    } catch (problem) {
      if (!session.isOver(problem)) this.problem = problem;
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const workbench = new Workbench();
