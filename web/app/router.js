/** Which screen the address asks for; links inside the application change it without a reload. */

const ROUTES = [
  [/^\/$/, 'explore'],
  [/^\/segments$/, 'segments'],
  [/^\/segments\/([^/]+)$/, 'segment'],
  [/^\/rules$/, 'rules'],
  [/^\/rules\/new$/, 'newRule'],
  [/^\/rules\/([^/]+)$/, 'rule'],
  [/^\/imports$/, 'imports'],
  [/^\/imports\/([^/]+)$/, 'import'],
  [/^\/connections$/, 'connections'],
  [/^\/connections\/new$/, 'newConnection'],
  [/^\/connections\/([^/]+)$/, 'connection'],
  [/^\/connections\/([^/]+)\/edit$/, 'editConnection'],
  [/^\/duplicates$/, 'duplicates'],
  [/^\/customers\/([^/]+)$/, 'customer'],
  [/^\/login$/, 'login'],
  [/^\/upkeep$/, 'upkeep'],
  [/^\/keys$/, 'keys'],
];

/** @returns {{page: string, id: ?string}} */
export function match(path) {
  for (const [pattern, page] of ROUTES) {
    const found = pattern.exec(path);
    if (found) return { page, id: found[1] === undefined ? null : decodeURIComponent(found[1]) };
  }
  return { page: 'unknown', id: null };
}

class Router extends EventTarget {
  start() {
    addEventListener('popstate', () => this.#changed());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  get route() {
    return match(location.pathname);
  }

  go(address, { replace = false } = {}) {
    if (address === location.pathname + location.search) return;
    const before = location.pathname;
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
    if (location.pathname !== before) scrollTo(0, 0);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #follow(event) {
    const link = event.target.closest?.('a[href^="/"]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    event.preventDefault();
    this.go(link.getAttribute('href'));
  }
}

export const router = new Router();
export const customerAddress = (id) => `/customers/${encodeURIComponent(id)}`;
export const segmentAddress = (id, tab = '') => `/segments/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ''}`;
export const ruleAddress = (id, tab = '') => `/rules/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ''}`;
export const importAddress = (id, step = '') => `/imports/${encodeURIComponent(id)}${step ? `?step=${step}` : ''}`;
