import type { ActionPreset, DimensionEntry, NodeKindEntry, TierPreset } from '@terrace/client';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { unconnected } from './links/unconnected';
import { freeId } from './new-node';

/** The id of an entry inside its plugin. */
const ownId = (id: string): string => id.slice(id.indexOf('.') + 1);

/** A dimension as a plugin made it, which remembers where it is from. */
export function dimensionOf(document: ModelDocument, entry: DimensionEntry): ModelNode {
  return { ...entry.node, id: freeId(document, entry.node.id), origin: entry.id };
}

/** A node of a contributed kind, which carries the kind's definition; nothing is connected to it yet. */
export function customOf(document: ModelDocument, entry: NodeKindEntry): ModelNode {
  return {
    kind: 'custom',
    id: freeId(document, ownId(entry.id)),
    name: entry.name,
    origin: entry.id,
    version: entry.version,
    inputs: {},
    parameters: {},
    definition: entry.definition,
  };
}

/** A tier with its benefits and service levels; it takes the next rank where its own is taken. */
export function tierOf(document: ModelDocument, { node }: TierPreset): ModelNode {
  const made = { ...node, id: freeId(document, node.id) };
  const ranks = document.nodes.flatMap((each) => (each.kind === 'tier' ? [each.rank] : []));
  return ranks.includes(made.rank) ? { ...made, rank: Math.max(...ranks) + 1 } : made;
}

/** An action that waits for its tier. */
export function actionOf(document: ModelDocument, entry: ActionPreset): ModelNode {
  return {
    kind: 'action',
    id: freeId(document, ownId(entry.id)),
    name: entry.name,
    tier: unconnected,
    on: entry.on,
    action: entry.action,
  };
}
