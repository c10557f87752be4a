/** Who is signed in, and the schema, both loaded once. */
import { api } from './api.js';
import { Schema } from './pure/schema.js';
import { router } from './router.js';

const RETURN = 'winnow.return';

class Session extends EventTarget {
  me = null;
  schema = null;
  problem = null;

  get ready() {
    return this.schema !== null;
  }

  get isAdmin() {
    return this.me?.role === 'admin';
  }

  get canEdit() {
    return this.me !== null && this.me.role !== 'viewer';
  }

  async load() {
    this.problem = null;
    try {
      const [me, schema] = await Promise.all([api.me(), api.schema()]);
      Object.assign(this, { me, schema: new Schema(schema) });
    } catch (problem) {
      if (this.isOver(problem)) return;
      this.problem = problem;
    }
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Leaves for the sign-in page when a request was refused because nobody is signed in; whoever
   * signs in afterwards in this tab comes back to the same address.
   */
  isOver(problem) {
    if (problem.status !== 401) return false;
    if (router.route.page !== 'login') sessionStorage.setItem(RETURN, location.pathname + location.search);
    this.#leave();
    return true;
  }

  /** Signs in with the token of a login link. */
  async signIn(token) {
    await api.signIn(token);
    await this.load();
    const address = sessionStorage.getItem(RETURN) ?? '/';
    sessionStorage.removeItem(RETURN);
    router.go(address, { replace: true });
  }

  async signOut() {
    await api.signOut();
    sessionStorage.removeItem(RETURN);
    this.#leave();
  }

  #leave() {
    Object.assign(this, { me: null, schema: null });
    router.go('/login', { replace: true });
  }
}

export const session = new Session();
