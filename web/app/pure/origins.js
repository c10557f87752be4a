/** Where the values of a customer come from. */

/** A source as it is written by the server, such as `import:customers.csv`: its kind and its name. */
export function sourceOf(source) {
  const colon = source.indexOf(':');
  return colon < 0 ? { kind: source, name: '' } : { kind: source.slice(0, colon), name: source.slice(colon + 1) };
}

/** The different sources of a customer's values, each with its latest time, the latest first. */
export function sourcesOf(origins = {}) {
  const latest = new Map();
  for (const { source, at } of Object.values(origins)) {
    if (!(latest.get(source) >= at)) latest.set(source, at);
  }
  return [...latest].map(([source, at]) => ({ source, at })).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
