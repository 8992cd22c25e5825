import type { ModelNode } from '../document/node.js';
import { perNode } from '../node-kind/per-node.js';
import { kindOf } from '../node-kind/registry.js';
import type { NodeRules } from './rule.js';

/** The ways to tiers that a node offers; null for one that routes nobody. */
export const nodeRules: (node: ModelNode) => NodeRules | null = perNode((node: ModelNode) =>
  kindOf(node).rules(node),
);
