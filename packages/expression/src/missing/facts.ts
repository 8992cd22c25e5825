import { unionOf } from './build.js';

/** Names known to be present at a place: they never change an answer, they only leave out tests that were made already. */
export interface Facts {
  has(name: string): boolean;
}

class Known implements Facts {
  readonly names: ReadonlySet<string>;
  readonly parent: Known | null;
  constructor(names: ReadonlySet<string>, parent: Known | null) {
    this.names = names;
    this.parent = parent;
  }
  has(name: string): boolean {
    if (this.names.has(name)) return true;
    for (let each = this.parent; each !== null; each = each.parent) if (each.names.has(name)) return true;
    return false;
  }
}

/** Nothing is known. */
export const noFacts: Facts = new Known(new Set(), null);

/** `facts` and `names`. What is there is shared, not copied, so that growing facts stay cheap. */
export function knowing(facts: Facts, names: ReadonlySet<string>): Facts {
  if (names.size === 0) return facts;
  let parent = facts instanceof Known ? facts : null;
  let own = names;
  // A set joins an earlier one that is no larger, so that the chain stays as short as a binary number is.
  while (parent !== null && parent.names.size <= own.size) {
    if (parent.names.size > 0) own = unionOf([own, parent.names]);
    parent = parent.parent;
  }
  return new Known(own, parent);
}

/** What is in `names` and not in `facts`. */
export function unknownOf(names: ReadonlySet<string>, facts: Facts): ReadonlySet<string> {
  if (names.size === 0) return names;
  let unknown: Set<string> | null = null;
  let count = 0;
  for (const name of names)
    if (!facts.has(name)) {
      unknown ??= new Set();
      unknown.add(name);
      count += 1;
    }
  return count === names.size ? names : (unknown ?? new Set());
}
