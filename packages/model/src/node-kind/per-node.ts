const results = new WeakMap<object, unknown[]>();
let places = 0;

/**
 * A function of a node that is computed once for each. Nodes are values: a change makes another, so what was found stays true.
 */
export function perNode<Node extends object, Result extends object | null>(
  find: (node: Node) => Result,
): (node: Node) => Result {
  const place = places;
  places += 1;
  return (node) => {
    let known = results.get(node);
    if (known === undefined) {
      known = [];
      results.set(node, known);
    }
    const result = known[place] as Result | undefined;
    if (result !== undefined) return result;
    return (known[place] = find(node)) as Result;
  };
}
