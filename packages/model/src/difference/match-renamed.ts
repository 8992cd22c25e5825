import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { compareTrees } from './compare-trees.js';
import { renameReferences } from './rename-references.js';
import { treeOf } from './tree.js';

function isSameContent(before: ModelNode, after: ModelNode): boolean {
  return (
    before.kind === after.kind &&
    compareTrees(treeOf({ ...before, id: after.id }), treeOf(after)).length === 0
  );
}

/**
 * Nodes that only got another id: gone under the old one, there under the new one, and otherwise equal, references to other nodes with
 * new ids included. New ids by old ids.
 */
export function matchRenamed(before: ModelDocument, after: ModelDocument): Map<string, string> {
  const names = new Map<string, string>();
  const oldIds = new Set(before.nodes.map(({ id }) => id));
  const newIds = new Set(after.nodes.map(({ id }) => id));
  for (;;) {
    const current = renameReferences(before, names);
    const taken = new Set(names.values());
    const gone = current.nodes.filter(({ id }) => !newIds.has(id));
    const come = after.nodes.filter(({ id }) => !oldIds.has(id) && !taken.has(id));
    let found = false;
    for (const node of gone) {
      const match = come.find((each) => !taken.has(each.id) && isSameContent(node, each));
      if (match === undefined) continue;
      names.set(node.id, match.id);
      taken.add(match.id);
      found = true;
    }
    // Every match may make the nodes that refer to it equal, too.
    if (!found) return names;
  }
}
