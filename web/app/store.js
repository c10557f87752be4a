/** Explore's state: the question is the address, the answer is the server's last one to it. */
import { api, isAborted } from './api.js';
import { sameCondition } from './pure/condition.js';
import { isFiltered } from './pure/facet-filter.js';
import { ancestry } from './pure/facet-list.js';
import { isOrdered } from './pure/schema.js';
import { addressOf, readQuestion, START } from './pure/url-state.js';
import { router } from './router.js';
import { session } from './session.js';
import { preferences } from './shared/preferences.js';

export const PAGE_SIZE = 50;
const SHORT_LIST = 60;
const LONG_LIST = 1000;

class ExploreStore extends EventTarget {
  question = START;
  answer = null;
  facets = new Map();
  /** The condition and text that the facets and the total were counted for. */
  counted = null;
  loading = false;
  problem = null;
  #views = new Map();
  #request = null;
  #facetRequests = new Map();

  /** Takes the question from the address and asks it, if it is another one. */
  read() {
    const question = readQuestion(location.search);
    if (this.answer && addressOf(question) === addressOf(this.question)) return;
    this.question = question;
    this.ask();
  }

  /** Changes part of the question; back to the first page unless a page is asked for. */
  change(part, options) {
    router.go(addressOf({ ...this.question, page: 1, ...part }), options);
  }

  async ask() {
    this.#request?.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    const { condition, text, sort, page } = this.question;
    const recount = !this.counted || this.counted.text !== text || !sameCondition(this.counted.condition, condition);
    const facets = recount ? session.schema.facets.filter((f) => this.isOpen(f.name)) : [];
    if (recount) for (const request of this.#facetRequests.values()) request.abort();
    Object.assign(this, { loading: true, problem: null });
    this.#changed();
    try {
      const answer = await api.search(
        {
          condition,
          text,
          facets: facets.map((field) => this.#facetRequest(field)),
          sort: sort ? [sort] : [],
          offset: (page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        },
        signal,
      );
      if (page > 1 && answer.total > 0 && answer.customers.length === 0) {
        this.change({ page: Math.ceil(answer.total / PAGE_SIZE) }, { replace: true });
        return;
      }
      if (recount) this.facets = new Map();
      for (const facet of answer.facets) this.facets.set(facet.field, facet);
      Object.assign(this, { answer, counted: { condition, text }, loading: false });
    } catch (problem) {
      if (isAborted(problem) || session.isOver(problem)) return;
      Object.assign(this, { problem, loading: false });
    }
    this.#changed();
  }

  /** Whether what is on screen is not, or not yet, the answer to the question. */
  get stale() {
    return this.loading || this.problem !== null;
  }

  /** How a facet is looked at: searched for, all values or some, the tree node one is in. */
  view(field) {
    return this.#views.get(field) ?? { contains: '', all: false, path: '' };
  }

  look(field, change) {
    this.#views.set(field, { ...this.view(field), ...change });
    this.#changed();
    this.#askFacet(field);
  }

  /** Facets stay as the reader left them; at first the telling ones are open. */
  isOpen(name) {
    const chosen = preferences.get('openFacets', {})[name];
    if (chosen !== undefined) return chosen;
    return session.schema.telling.includes(name) || isFiltered(this.question.condition, name);
  }

  setOpen(name, open) {
    preferences.set('openFacets', { ...preferences.get('openFacets', {}), [name]: open });
    if (open && !this.facets.has(name)) this.#askFacet(name);
  }

  #facetRequest(field) {
    if (isOrdered(field)) return { field: field.name };
    const { contains, all, path } = this.view(field.name);
    const request = { field: field.name, limit: all || contains || path ? LONG_LIST : SHORT_LIST };
    if (contains) request.contains = contains;
    if (field.type === 'tree' && !contains) request.expanded = ancestry(path);
    return request;
  }

  async #askFacet(name) {
    this.#facetRequests.get(name)?.abort();
    const controller = new AbortController();
    this.#facetRequests.set(name, controller);
    const { condition, text } = this.question;
    const facets = [this.#facetRequest(session.schema.field(name))];
    try {
      const answer = await api.search({ condition, text, facets, limit: 1 }, controller.signal);
      this.facets.set(name, answer.facets[0]);
      this.#changed();
    } catch (problem) {
      if (!isAborted(problem) && !session.isOver(problem)) this.#fail(problem);
    }
  }

  #fail(problem) {
    this.problem = problem;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const store = new ExploreStore();
