/** How a file goes to the server in pieces, so that a lost connection costs no more than one. */

export const PIECE = 4 * 1024 * 1024;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
export const MOST_TRIES = 8;

/** The next piece from an offset, as `[from, to)`; nothing when all has arrived. */
export function nextPiece(offset, size, piece = PIECE) {
  return offset >= size ? null : [offset, Math.min(size, offset + piece)];
}

/** How long to wait before the n-th try, the first being 1. */
export function waitBefore(attempt) {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
}

/** Whether the fault passes by itself: nobody at home, or the server is busy. */
export const mayPass = ({ status }) => status === 0 || status === 429 || status === 409 || status >= 500;

/** Whether a file can be the rest of an upload. */
export const continues = (file, { name, size }) => file.name === name && file.size === size;
