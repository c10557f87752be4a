/**
 * Editing conditions as plain JSON. Nothing here changes its argument; nodes are addressed by JSON
 * pointers such as `/all/0/not`, the same as the server uses.
 */
import { isFinished } from './did.js';

/** Satisfied by every customer. */
export const EVERYONE = Object.freeze({ all: Object.freeze([]) });

/** The same question with `all` at its root, which is how Explore keeps it. */
export function asAll(condition) {
  if (!condition) return EVERYONE;
  return Array.isArray(condition.all) ? condition : { all: [condition] };
}

/** The parts a reader sees as separate chips. */
export function partsOf(condition) {
  return asAll(condition).all;
}

export function isEveryone(condition) {
  return partsOf(condition).length === 0;
}

/** All of both; used to narrow a question by a keyword text or by a segment. */
export function allOf(...conditions) {
  return { all: conditions.flatMap(partsOf) };
}

/** The question as it has to be saved: the keyword text becomes a clause of its own. */
export function withText(condition, text) {
  const words = text.trim();
  return words ? allOf(condition, { text: words }) : asAll(condition);
}

export function removePart(condition, index) {
  return { all: partsOf(condition).filter((_, i) => i !== index) };
}

export function sameCondition(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The name of the group's list, or undefined for a clause. */
export function groupKind(node) {
  if (Array.isArray(node.all)) return 'all';
  if (Array.isArray(node.any)) return 'any';
  return undefined;
}

const stepsOf = (pointer) => (pointer === '' ? [] : pointer.slice(1).split('/'));

/** The node at a pointer, or undefined. */
export function nodeAt(condition, pointer) {
  return stepsOf(pointer).reduce((node, step) => node?.[step], condition);
}

function changeAt(node, steps, change) {
  if (steps.length === 0) return change(node);
  const [step, ...rest] = steps;
  if (Array.isArray(node)) {
    const changed = changeAt(node[step], rest, change);
    return changed === undefined
      ? node.filter((_, i) => i !== Number(step))
      : node.map((child, i) => (i === Number(step) ? changed : child));
  }
  const changed = changeAt(node[step], rest, change);
  return changed === undefined ? undefined : { ...node, [step]: changed };
}

export function replaceAt(condition, pointer, replacement) {
  return changeAt(condition, stepsOf(pointer), () => replacement);
}

/** Takes a node out; a `not` goes with the part it negates. The root becomes everyone. */
export function removeAt(condition, pointer) {
  return changeAt(condition, stepsOf(pointer), () => undefined) ?? EVERYONE;
}

const hasBound = (clause) => ['gte', 'gt', 'lte', 'lt'].some((bound) => clause[bound] !== undefined);

/** Whether a clause says enough to be asked. */
export function isComplete(clause) {
  if (clause.did) return isFinished(clause);
  if (clause.text !== undefined) return clause.text.trim() !== '';
  if (clause.segment !== undefined) return clause.segment !== '';
  if (clause.bucket) return clause.bucket.salt !== '' && clause.bucket.from < clause.bucket.to;
  if (!clause.field) return false;
  if (clause.in) return clause.in.length > 0;
  if (clause.exists !== undefined) return true;
  if (clause.anniversaryWithin !== undefined) return /^\d+d$/.test(clause.anniversaryWithin);
  return hasBound(clause);
}

/**
 * A draft without its unfinished clauses and empty groups.
 *
 * @returns {{condition: object, pointers: Map<string, string>}} the condition that can be asked,
 *     and for each node of the draft that is part of it, its pointer there
 */
export function finished(draft) {
  const pointers = new Map();
  const visit = (node, from, to) => {
    const kind = groupKind(node);
    if (node.not) {
      const part = visit(node.not, `${from}/not`, `${to}/not`);
      if (!part) return undefined;
      pointers.set(from, to);
      return { not: part };
    }
    if (kind) {
      const parts = [];
      node[kind].forEach((child, i) => {
        const part = visit(child, `${from}/${kind}/${i}`, `${to}/${kind}/${parts.length}`);
        if (part) parts.push(part);
      });
      if (parts.length === 0) return undefined;
      pointers.set(from, to);
      return { [kind]: parts };
    }
    if (!isComplete(node)) return undefined;
    pointers.set(from, to);
    return node;
  };
  return { condition: visit(draft, '', '') ?? EVERYONE, pointers };
}
