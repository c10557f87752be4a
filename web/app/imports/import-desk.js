/** One import while it is looked at: its file, its mapping, its report, and what goes on with it. */
import { api, importEvents, isAborted } from '../api.js';
import { isIncomplete } from '../pure/import-questions.js';
import { isMoving, isStarted } from '../pure/import-steps.js';
import { session } from '../session.js';
import { follow } from './follow.js';
import { uploads } from './uploads.js';

const PAUSE_MS = 150;
const READERS = { table: api.importTable, proposal: api.importProposal, report: api.importReport };
const NOTHING = { run: null, table: null, proposal: null, report: null, mapping: null, preview: null, problem: null, previewing: false, busy: false, outdated: false };

class Desk extends EventTarget {
  #stop = new AbortController();
  #asked = new Map();
  #timer;
  #previewing;

  constructor() {
    super();
    Object.assign(this, NOTHING);
    uploads.addEventListener('arrived', ({ detail }) => detail.id === this.run?.id && this.refresh());
  }

  async open(id) {
    this.leave();
    this.id = id;
    await this.refresh();
  }

  leave() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#previewing?.abort();
    this.#stop = new AbortController();
    this.#asked.clear();
    Object.assign(this, NOTHING, { id: null });
  }

  /** Reads the import anew and follows it while something goes on. */
  async refresh() {
    const { id } = this;
    const { signal } = this.#stop;
    await this.#try(async () => {
      this.#take(await api.importRun(id, signal));
      if (!isMoving(this.run)) return;
      await follow({ events: () => importEvents(id), name: 'import', ask: (stop) => api.importRun(id, stop), goesOn: isMoving }, (run) => this.#take(run), signal);
    });
  }

  #take(run) {
    const before = this.run;
    if (before && isMoving(before) && !isMoving(run)) this.#forget('report', ...(before.state === 'inspecting' ? ['table', 'proposal', 'preview', 'mapping'] : []));
    this.run = run;
    this.mapping ??= run.mapping;
    this.#changed();
  }

  #forget(...what) {
    for (const one of what) {
      this[one] = null;
      this.#asked.delete(one);
    }
  }

  /** Fetches the table, the proposal, the report or the preview, unless it is here or under way. */
  want(what) {
    if (!this.run || isMoving(this.run) || this[what] || this.#asked.has(what)) return;
    this.#asked.set(what, true);
    if (what === 'preview') this.#preview(this.mapping);
    else this.#try(() => this.#read(what));
  }

  async #read(what) {
    const answer = await READERS[what](this.id, this.#stop.signal);
    this[what] = answer;
    if (what === 'proposal') this.mapping ??= answer.mapping;
  }

  again() {
    this.#asked.clear();
    this.problem = null;
    this.refresh();
  }

  setFormat = (format) => this.#anew(() => api.setFormat(this.id, format));

  /** Has the table read again; what was made of it before is of no more use. */
  #anew(action) {
    return this.#do(async () => {
      this.run = await action();
      this.problem = null;
      this.#forget('report', 'proposal', 'mapping', 'preview', 'table');
      this.outdated = false;
    });
  }

  /** Whether no rows can be made yet, because something is missing. */
  get incomplete() {
    return Boolean(this.proposal) && isIncomplete(this.mapping, this.proposal);
  }

  /** Joins the table with another file, or takes one away. */
  join = (file) => this.#anew(() => api.joinFile(this.id, file));
  part = (name) => this.#anew(() => api.partFile(this.id, name));

  /** Changes the mapping; it is kept at once, and the preview follows. A report is then of the mapping before. */
  edit(mapping) {
    this.mapping = mapping;
    this.outdated = this.report !== null;
    if (this.run.state === 'checked') this.run = { ...this.run, state: 'ready' };
    clearTimeout(this.#timer);
    if (this.incomplete) this.preview = null;
    else this.#timer = setTimeout(() => this.#preview(mapping, true), PAUSE_MS);
    this.#changed();
  }

  /** Keeps the mapping under a name, for the next file with these columns. */
  saveAs(name) {
    return this.#try(async () => {
      this.#keep(await api.setMapping(this.id, { mapping: this.mapping, name }));
      this.run = { ...this.run, mappingName: name };
    });
  }

  async #preview(mapping, keep = false) {
    this.#previewing?.abort();
    this.#previewing = new AbortController();
    const { signal } = this.#previewing;
    this.previewing = true;
    this.#changed();
    const answered = await this.#try(async () => {
      const answer = keep ? await api.setMapping(this.id, { mapping }, signal) : await api.previewMapping(this.id, mapping, signal);
      if (keep) this.#keep(answer);
      else this.preview = answer.preview;
      this.problem = null;
    });
    if (!answered && signal.aborted) return;
    this.previewing = false;
    this.#changed();
  }

  #keep({ mapping, preview }) {
    Object.assign(this, { mapping, preview, run: { ...this.run, mapping } });
  }

  check(mode) {
    return this.#do(async () => {
      clearTimeout(this.#timer);
      if (this.run.mapping !== this.mapping) this.#keep(await api.setMapping(this.id, { mapping: this.mapping }));
      await api.checkImport(this.id, mode);
      this.#forget('report');
      this.outdated = false;
    });
  }

  start(mode, acceptArchiving) {
    return this.#do(() => api.startImport(this.id, { mode, ...(acceptArchiving ? { acceptArchiving } : {}) }));
  }

  pause = () => this.#do(() => api.pauseImport(this.id));
  resume = () => this.#do(() => api.resumeImport(this.id));
  cancel = (undo) => this.#do(() => api.cancelImport(this.id, undo));
  undo = () => this.#do(() => api.undoImport(this.id));

  get started() {
    return isStarted(this.run);
  }

  /** Asks the server for something, then looks how the import stands. */
  async #do(action) {
    this.busy = true;
    this.#changed();
    const done = await this.#try(action);
    this.busy = false;
    if (done) this.refresh();
    return done;
  }

  async #try(action) {
    const { id } = this;
    try {
      await action();
      return this.id === id;
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem) && this.id === id) this.problem = problem;
      return false;
    } finally {
      if (this.id === id) this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const desk = new Desk();
