/** Files on their way to the server. They go on while other screens are looked at. */
import { api, isAborted } from '../api.js';
import { MOST_TRIES, mayPass, nextPiece, waitBefore } from '../pure/upload-plan.js';
import { session } from '../session.js';

class Uploads extends EventTarget {
  /** @type {{id: ?string, name: string, size: number, sent: number, state: 'sending'|'waiting'|'failed', problem: ?Error}[]} */
  list = [];

  of(id) {
    return this.list.find((upload) => upload.id === id);
  }

  /**
   * Sends a file, or the rest of one that was begun.
   *
   * @returns {Promise<?string>} the import's id, as soon as the server knows of it
   */
  async begin(file, id = null) {
    const upload = { id, name: file.name, size: file.size, sent: 0, state: 'sending', problem: null, file, stop: new AbortController() };
    this.list = [...this.list.filter((other) => id === null || other.id !== id), upload];
    this.#changed();
    const begun = await this.#try(upload, async () => {
      upload.id ??= (await api.createImport(file.name, file.size)).id;
    });
    if (begun) this.#send(upload);
    return upload.id;
  }

  retry(upload) {
    return this.begin(upload.file, upload.id);
  }

  /** Stops sending; what has arrived stays at the server until the import is forgotten. */
  stop(upload) {
    upload.stop.abort();
    this.#remove(upload);
  }

  async #send(upload) {
    const { file, size, stop } = upload;
    const whole = await this.#try(upload, async () => {
      upload.sent = await api.uploadOffset(upload.id);
      for (let piece = nextPiece(upload.sent, size); piece; piece = nextPiece(upload.sent, size)) {
        upload.sent = await api.uploadPiece(upload.id, piece[0], file.slice(...piece), stop.signal);
        Object.assign(upload, { state: 'sending', tries: 0 });
        this.#changed();
      }
    });
    if (whole) this.#remove(upload);
  }

  /** Tries until it works; a fault that does not pass by itself ends the upload. */
  async #try(upload, action) {
    for (upload.tries = 0; ; ) {
      try {
        await action();
        return true;
      } catch (problem) {
        if (isAborted(problem) || session.isOver(problem)) return false;
        upload.tries += 1;
        const over = !mayPass(problem) || upload.tries >= MOST_TRIES;
        Object.assign(upload, { state: over ? 'failed' : 'waiting', problem: over ? problem : null });
        this.#changed();
        if (over) return false;
        await new Promise((resolve) => {
          setTimeout(resolve, waitBefore(upload.tries));
        });
      }
    }
  }

  #remove(upload) {
    this.list = this.list.filter((other) => other !== upload);
    this.#changed();
    this.dispatchEvent(new CustomEvent('arrived', { detail: upload }));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const uploads = new Uploads();

addEventListener('beforeunload', (event) => {
  if (uploads.list.some(({ state }) => state !== 'failed')) event.preventDefault();
});
