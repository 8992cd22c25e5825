import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { nodeRules } from '../rule/rules-of-node.js';
import { valueReferences } from './value-references.js';

/** A line on the canvas. `value`: the target reads the source; `tier`: the source gives the tier; `action`: the tier sets it off. @since 0.1.0 */
export interface DocumentEdge {
  readonly id: string;
  readonly source: string;
  /** `row:<row id>` for a row of a decision table. */
  readonly sourceHandle?: string;
  readonly target: string;
  readonly targetHandle?: string;
  readonly role: 'value' | 'tier' | 'action';
}

function edge(
  role: DocumentEdge['role'],
  source: string,
  target: string,
  handles: { readonly sourceHandle?: string } = {},
): DocumentEdge {
  const from = handles.sourceHandle === undefined ? source : `${source}:${handles.sourceHandle}`;
  return { id: `${from}->${target}`, source, target, role, ...handles };
}

function outgoing(node: ModelNode): DocumentEdge[] {
  if (node.kind === 'action') return [edge('action', node.tier, node.id)];
  const rules = nodeRules(node)?.rules ?? [];
  const edges = rules
    .filter((rule) => rule.tier !== node.id)
    .map(({ tier, handle }) =>
      edge('tier', node.id, tier, handle === undefined ? {} : { sourceHandle: handle }),
    );
  return [...new Map(edges.map((each) => [each.id, each])).values()];
}

/**
 * The lines of the canvas, derived from the references between nodes. References to nodes that are not there give no line.
 * @since 0.1.0
 */
export function documentEdges(document: ModelDocument): DocumentEdge[] {
  const ids = new Set(document.nodes.map((node) => node.id));
  return document.nodes
    .flatMap((node) => [
      ...valueReferences(node).map((source) => edge('value', source, node.id)),
      ...outgoing(node),
    ])
    .filter(({ source, target }) => ids.has(source) && ids.has(target));
}
