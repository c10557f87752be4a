/** Drafts that are kept beside a rule in this browser, to be compared with each other. */
import { preferences } from '../shared/preferences.js';

const KEY = 'variants';

/** @returns {{name: string, definition: object}[]} */
export function variantsOf(rule) {
  return preferences.get(KEY, {})[rule] ?? [];
}

function keep(rule, variants) {
  preferences.set(KEY, { ...preferences.get(KEY, {}), [rule]: variants });
}

/** Keeps a definition under the next free letter. */
export function addVariant(rule, definition) {
  const variants = variantsOf(rule);
  const used = new Set(variants.map(({ name }) => name));
  const name = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !used.has(letter));
  if (name) keep(rule, [...variants, { name, definition }]);
}

export function removeVariant(rule, name) {
  keep(rule, variantsOf(rule).filter((variant) => variant.name !== name));
}
