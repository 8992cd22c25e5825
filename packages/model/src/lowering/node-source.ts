import type { ExpressionNode } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { kindOf } from '../node-kind/registry.js';

/** What a node says, as an expression over dimensions and other nodes in which a missing value is not yet written out; null for a node that computes nothing. */
export function nodeSource(node: ModelNode, document: ModelDocument): ExpressionNode | null {
  return kindOf(node).source(node, document);
}
