/** What can be asked about activities; the server says it once. */
import { api } from '../api.js';

let asked;

/** @returns {Promise<Map<string, object>>} by kind; asked again after a failure */
export function activityKinds() {
  asked ??= api.activityKinds().then(
    ({ kinds }) => new Map(kinds.map((kind) => [kind.kind, kind])),
    (problem) => {
      asked = undefined;
      throw problem;
    },
  );
  return asked;
}
