/** The review of customers that may be the same: which pairs there are and what is decided about them. */
import { t } from '../../i18n/index.js';
import { api, isAborted, jobEvents, Problem } from '../api.js';
import { fieldsOf, fuller, neighbour, usualChoice } from '../pure/pairs.js';
import { session } from '../session.js';
import { toasts } from '../shared/toasts.js';
import { follow } from '../imports/follow.js';

const PAGE = 50;
const KINDS = ['duplicates', 'merge-duplicates'];
const goesOn = ({ state }) => state === 'running' || state === 'waiting';

class Review extends EventTarget {
  state = 'review';
  counts = null;
  pairs = null;
  next = null;
  settings = null;
  current = null;
  keep = 'left';
  choices = {};
  job = null;
  cancelling = false;
  problem = null;
  busy = false;
  #stop = new AbortController();
  #last = null;

  /** Begins with the pairs of a state. */
  open(state) {
    this.leave();
    this.#stop = new AbortController();
    Object.assign(this, { state, pairs: null, next: null, problem: null });
    this.load();
    this.#resume(this.#stop.signal);
    if (!this.settings) this.#try(async () => (this.settings = await api.duplicateSettings(this.#stop.signal)));
  }

  leave() {
    this.#stop.abort();
  }

  /** The first page, or with `more` the next one. */
  load(more = false) {
    return this.#try(async () => {
      const query = { state: this.state, limit: PAGE, ...(more && this.next ? { after: this.next } : {}) };
      const { counts, pairs, next } = await api.duplicates(query, this.#stop.signal);
      Object.assign(this, { counts, pairs: more ? [...this.pairs, ...pairs] : pairs, next });
      if (!this.pair) this.look(this.pairs[0]?.id ?? null);
    });
  }

  get pair() {
    return this.pairs?.find(({ id }) => id === this.current) ?? null;
  }

  /** Shows a pair; what is kept is proposed. */
  look(id) {
    this.current = id;
    const { pair } = this;
    this.keep = pair ? fuller(pair) : 'left';
    this.#propose();
    this.#changed();
  }

  move(step) {
    const id = neighbour(this.pairs ?? [], this.current, step);
    if (id) this.look(id);
  }

  get rows() {
    const given = session.schema.fields.filter(({ record }) => !record);
    return this.pair ? fieldsOf(this.pair, given.map(({ name }) => name)) : [];
  }

  choose(field, side) {
    this.choices = { ...this.choices, [field]: side };
    this.#changed();
  }

  keepSide(side) {
    this.keep = side;
    this.#propose();
    this.#changed();
  }

  #propose() {
    const open = this.rows.filter(({ state }) => state !== 'same');
    this.choices = Object.fromEntries(open.map((row) => [row.field, usualChoice(row, this.keep, session.schema.field(row.field)?.multi)]));
  }

  merge() {
    const { pair, keep, choices } = this;
    return this.#decide(pair, () => api.mergePair(pair.id, { keep: pair[keep].id, fields: choices }), t('pair.merged', session.schema.titleOf(pair[keep])));
  }

  setApart() {
    const { pair } = this;
    return this.#decide(pair, () => api.setApart(pair.id), t('pair.apart'));
  }

  /** Takes the last decision back. */
  undo(pair = this.#last) {
    if (!pair) return undefined;
    this.#last = null;
    return this.#try(async () => {
      await api.undoPair(pair.id);
      await this.load();
      this.look(pair.id);
    });
  }

  async #decide(pair, action, words) {
    if (!pair || this.busy) return;
    this.busy = true;
    await this.#try(async () => {
      await action();
      this.#last = pair;
      toasts.say(words, () => this.undo(pair));
      const at = this.pairs.indexOf(pair);
      this.pairs = this.pairs.filter((other) => other !== pair);
      this.look((this.pairs[at] ?? this.pairs[at - 1])?.id ?? null);
      await this.load();
    });
    this.busy = false;
    this.#changed();
  }

  search = () => this.#start(() => api.searchDuplicates());
  mergeAll = () => this.#start(() => api.mergeAutomatic());

  /** Has the work in the background stop; it tells when it has. */
  cancel = () => {
    this.cancelling = true;
    return this.#try(() => api.cancelJob(this.job.id)).finally(() => {
      if (this.problem) this.cancelling = false;
    });
  };

  /** Goes on following work that was begun elsewhere or before. */
  #resume(signal) {
    if (!session.canEdit) return undefined;
    return this.#try(async () => {
      const { jobs } = await api.jobs(signal);
      const job = jobs.find((each) => KINDS.includes(each.kind) && goesOn(each));
      if (job) await this.#follow(job.id);
    });
  }

  saveSettings(settings) {
    return this.#try(async () => {
      this.settings = (await api.saveDuplicateSettings(settings)) ?? settings;
      await this.load();
    });
  }

  /** Starts work in the background and follows it to its end. */
  #start(action) {
    return this.#try(async () => {
      const { job } = await action();
      await this.#follow(job);
    });
  }

  async #follow(job) {
    const { signal } = this.#stop;
    const take = (state) => {
      this.job = state;
      this.#changed();
    };
    let end;
    try {
      await follow({ events: () => jobEvents(job), name: 'job', ask: () => api.job(job), goesOn }, take, signal);
    } finally {
      end = this.job;
      Object.assign(this, { job: null, cancelling: false });
      this.#changed();
    }
    if (signal.aborted) return;
    if (end?.state === 'failed') throw new Problem({ status: 409, code: 'job-failed', title: end.problem });
    if (end?.state === 'cancelled') toasts.say(t('duplicates.cancelled'));
    await this.load();
  }

  async #try(action) {
    this.problem = null;
    try {
      await action();
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.problem = problem;
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const review = new Review();
