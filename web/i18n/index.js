/** The words of the interface, in the language chosen. */
import { preferences } from '../app/shared/preferences.js';
import en from './en.js';
import zh from './zh.js';

const WORDS = { en, zh };

/** A text of the interface; texts with a number or a name in them take it as arguments. */
export function t(key, ...values) {
  const text = WORDS[preferences.language][key];
  return typeof text === 'function' ? text(...values) : text;
}
