import { makeIssue } from '../check/make-issue.js';
import type { Issue } from './issue.js';

/**
 * Lists and objects inside each other in the JSON of a document. An expression may be 200 levels deep, each an object and a list; what
 * reads JSON by recursion needs some bound, or it would exhaust the stack.
 */
const maxNesting = 500;

/** How much of the path leads to a field that a person knows: `nodes.3.when`, `lifecycle.fastTracks.0.when`. */
const placeLength = { nodes: 3, other: 4 };

interface Visit {
  readonly value: object;
  readonly depth: number;
  readonly place: readonly (string | number)[];
}

/** Where `json` is nested more deeply than documents may be; null when it is nowhere. Uses no stack, so that any JSON may be asked about. */
function deepPlace(json: unknown): readonly (string | number)[] | null {
  if (typeof json !== 'object' || json === null) return null;
  const pending: Visit[] = [{ value: json, depth: 1, place: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth, place } = next;
    if (depth > maxNesting) return place;
    const length = place[0] === 'nodes' ? placeLength.nodes : placeLength.other;
    const isList = Array.isArray(value);
    for (const [key, each] of Object.entries(value) as [string, unknown][]) {
      if (typeof each !== 'object' || each === null) continue;
      const part = isList ? Number(key) : key;
      pending.push({
        value: each,
        depth: depth + 1,
        place: place.length < length ? [...place, part] : place,
      });
    }
  }
  return null;
}

/** Says that a document is nested too deeply to be read; null when it is not. */
export function nestingIssue(json: unknown): Issue | null {
  const place = deepPlace(json);
  if (place === null) return null;
  return makeIssue(
    'TOO_DEEP',
    place,
    `This is nested more than ${maxNesting} levels deep. Split it into several conditions or formulas.`,
    `此处嵌套超过 ${maxNesting} 层，请拆分为多个条件或公式。`,
  );
}
