/** The way of one import, from the file to the customers: its steps and what its state allows. */

export const STEPS = ['file', 'columns', 'check', 'run'];

/** States in which something goes on by itself. */
const MOVING = new Set(['inspecting', 'checking', 'running', 'undoing']);
const RUN = new Set(['running', 'paused', 'done', 'failed', 'cancelled', 'undoing', 'undone']);

export const isMoving = ({ state }) => MOVING.has(state);

/** Whether it has been started: its numbers are those of the run, not of the check. */
export const isStarted = ({ state, startedAt }) => RUN.has(state) && Boolean(startedAt || state !== 'failed');

/** Whether how the file is read can still be changed. */
export const isOpen = (run) => !isStarted(run) && run.state !== 'uploading';

/** Which steps can be shown. */
export function stepsOf(run) {
  if (run.state === 'uploading' || !run.format) return ['file'];
  if (run.state === 'inspecting') return ['file'];
  if (isStarted(run)) return STEPS;
  return run.state === 'checked' ? STEPS : ['file', 'columns', 'check'];
}

/** The step to show when the address names none, or one that cannot be shown. */
export function stepFor(run, asked) {
  const steps = stepsOf(run);
  if (steps.includes(asked)) return asked;
  if (isStarted(run)) return 'run';
  if (asked === 'run' || run.state === 'checked' || run.state === 'checking') return steps.includes('check') ? 'check' : 'file';
  return 'file';
}

/** What can be done with an import now. */
export function actionsOf({ state, undoable, counts }) {
  const rejected = (counts?.rejected ?? 0) > 0 && ['done', 'cancelled', 'failed', 'undone', 'paused'].includes(state);
  return {
    pause: state === 'running',
    resume: state === 'paused' || (state === 'failed' && (counts?.read ?? 0) > 0),
    cancel: state === 'running' || state === 'paused',
    undo: Boolean(undoable) && ['done', 'cancelled', 'failed'].includes(state),
    rejected,
    forget: !MOVING.has(state),
  };
}

/** How far an import is; a paused one as far as it came. */
export const progressOf = ({ progress, counts, rows }) => progress ?? { done: counts?.read ?? 0, total: rows ?? 0 };

/** The share that is done, 0 to 1. */
export function shareOf(progress) {
  return progress?.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
}

/** A time in seconds as the largest one or two units: `[['minute', 2], ['second', 10]]`. */
export function units(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return [['second', whole]];
  if (whole < 3600) {
    const rest = Math.round((whole % 60) / 10) * 10;
    return rest && rest < 60 && whole < 600 ? [['minute', Math.floor(whole / 60)], ['second', rest]] : [['minute', Math.round(whole / 60)]];
  }
  const minutes = Math.round((whole % 3600) / 60);
  return minutes && minutes < 60 ? [['hour', Math.floor(whole / 3600)], ['minute', minutes]] : [['hour', Math.round(whole / 3600)]];
}
