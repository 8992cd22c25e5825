/** Edits (one letter inserted, removed, replaced or swapped with its neighbour) that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let before: number[] = [];
  let previous = right.map((_, index) => index).concat(right.length);
  left.forEach((letter, row) => {
    const current = [row + 1];
    right.forEach((other, column) => {
      const cost = letter === other ? 0 : 1;
      let best = Math.min(
        (previous[column] ?? 0) + cost,
        (previous[column + 1] ?? 0) + 1,
        (current[column] ?? 0) + 1,
      );
      const isSwap =
        row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === other && cost === 1;
      if (isSwap) best = Math.min(best, (before[column - 1] ?? 0) + 1);
      current.push(best);
    });
    before = previous;
    previous = current;
  });
  return previous.at(-1) ?? 0;
}

/** Longer names are not compared letter by letter. */
const maxLength = 60;

/** Fewer letters are inside many names by chance. Two Chinese characters are a word. */
const minPart = 2;

/** The names among `known` that are close enough to `name` to be what was meant, nearest first, three at most. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  if (wanted === '' || wanted.length > maxLength) return [];
  const close: { readonly name: string; readonly distance: number }[] = [];
  for (const each of known) {
    const other = each.toLowerCase();
    if (other === '' || other.length > maxLength) continue;
    const isInside =
      Math.min(wanted.length, other.length) >= minPart && (other.includes(wanted) || wanted.includes(other));
    const distance = editDistance(wanted, other);
    // A third of the letters may be wrong; a name inside the other is close whatever is around it.
    if (isInside || distance <= Math.floor(Math.max(wanted.length, other.length) / 3))
      close.push({ name: each, distance });
  }
  return close
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((each) => each.name);
}
