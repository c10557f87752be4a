/** Follows something that goes on at the server: told by events, asked for when those do not come. */
import { isAborted } from '../api.js';

const ASK_MS = 1000;

/** When nothing is told for so long, it is asked for. */
const SILENCE_MS = 5000;

/**
 * Calls `take` with every state that comes, the last one included.
 *
 * @param {object} source
 * @param {() => EventSource} source.events
 * @param {string} source.name of the events
 * @param {(signal: AbortSignal) => Promise<object>} source.ask
 * @param {(state: object) => boolean} source.goesOn
 * @param {(state: object) => void} take
 * @param {AbortSignal} signal ends it
 * @returns {Promise<void>} resolves with the end of what goes on; rejects when it cannot be asked for
 */
export async function follow({ events, name, ask, goesOn }, take, signal) {
  const told = await listen(events(), name, goesOn, take, signal);
  while (!told && !signal.aborted) {
    const state = await ask(signal).catch((problem) => {
      if (isAborted(problem)) return null;
      throw problem;
    });
    if (!state || signal.aborted) return;
    take(state);
    if (!goesOn(state)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, ASK_MS);
    });
  }
}

/** Whether the end was heard of. */
function listen(stream, name, goesOn, take, signal) {
  return new Promise((resolve) => {
    let silence;
    const wait = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end(false), SILENCE_MS);
    };
    const end = (heard) => {
      clearTimeout(silence);
      stream.close();
      resolve(heard);
    };
    wait();
    stream.addEventListener(name, ({ data }) => {
      if (signal.aborted) return;
      wait();
      const state = JSON.parse(data);
      take(state);
      if (!goesOn(state)) end(true);
    });
    stream.addEventListener('error', () => end(false));
    signal.addEventListener('abort', () => end(true));
  });
}
