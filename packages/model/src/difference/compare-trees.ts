import type { ChangeType } from './change.js';
import type { Tree } from './tree.js';

type Path = readonly (string | number)[];

/** A difference between two trees, not yet in words. */
export interface TreeChange {
  readonly type: Exclude<ChangeType, 'renamed'>;
  /** Field names and keys: by what, not by where. */
  readonly keys: readonly string[];
  readonly before: Path | null;
  readonly after: Path | null;
}

/** Which entries of `after` stand where they did, as seen from each other: a longest rising run of their old places. */
function staying(places: readonly number[]): ReadonlySet<number> {
  const best: number[] = [];
  const link: number[] = [];
  places.forEach((place, index) => {
    let previous = -1;
    for (let earlier = 0; earlier < index; earlier++)
      if ((places[earlier] ?? 0) < place && (best[earlier] ?? 0) > (previous < 0 ? 0 : (best[previous] ?? 0)))
        previous = earlier;
    best[index] = 1 + (previous < 0 ? 0 : (best[previous] ?? 0));
    link[index] = previous;
  });
  const kept = new Set<number>();
  let at = best.indexOf(Math.max(...best));
  while (at >= 0) {
    kept.add(at);
    at = link[at] ?? -1;
  }
  return kept;
}

type List = Extract<Tree, { kind: 'list' }>;

function moves(
  before: List,
  after: List,
  keys: readonly string[],
  paths: readonly [Path, Path],
): TreeChange[] {
  const order = [...before.entries.keys()];
  const common = [...after.entries.keys()].filter((key) => before.entries.has(key));
  const kept = staying(common.map((key) => order.indexOf(key)));
  return common.flatMap((key, index): TreeChange[] => {
    if (kept.has(index)) return [];
    const [from, to] = [before.entries.get(key)?.at ?? [], after.entries.get(key)?.at ?? []];
    return [
      { type: 'moved', keys: [...keys, key], before: [...paths[0], ...from], after: [...paths[1], ...to] },
    ];
  });
}

/** Everything that is different, as deep as the trees go. */
export function compareTrees(
  before: Tree,
  after: Tree,
  keys: readonly string[] = [],
  beforePath: Path = [],
  afterPath: Path = [],
): TreeChange[] {
  if (before.kind === 'record' && after.kind === 'record') {
    const fields = [...new Set([...before.fields.keys(), ...after.fields.keys()])];
    return fields.flatMap((field) =>
      compareParts(
        before.fields.get(field),
        after.fields.get(field),
        [...keys, field],
        [...beforePath, field],
        [...afterPath, field],
      ),
    );
  }
  if (before.kind === 'list' && after.kind === 'list') {
    const names = [...new Set([...before.entries.keys(), ...after.entries.keys()])];
    const changes = names.flatMap((name) => {
      const [from, to] = [before.entries.get(name), after.entries.get(name)];
      return compareParts(
        from?.tree,
        to?.tree,
        [...keys, name],
        [...beforePath, ...(from?.at ?? [])],
        [...afterPath, ...(to?.at ?? [])],
      );
    });
    const isOrdered = before.isOrdered || after.isOrdered;
    return [...changes, ...(isOrdered ? moves(before, after, keys, [beforePath, afterPath]) : [])];
  }
  if (before.kind === 'leaf' && after.kind === 'leaf' && before.text === after.text) return [];
  return [{ type: 'changed', keys, before: beforePath, after: afterPath }];
}

function compareParts(
  before: Tree | undefined,
  after: Tree | undefined,
  keys: readonly string[],
  beforePath: Path,
  afterPath: Path,
): TreeChange[] {
  if (before === undefined) return [{ type: 'added', keys, before: null, after: afterPath }];
  if (after === undefined) return [{ type: 'removed', keys, before: beforePath, after: null }];
  return compareTrees(before, after, keys, beforePath, afterPath);
}
