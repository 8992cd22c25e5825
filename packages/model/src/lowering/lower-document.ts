import {
  checkExpression,
  writeOutMissing,
  type ExpressionNode,
  type InputDeclaration,
  type ValueType,
} from '@terrace/expression';
import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import { ModelError } from '../document/model-error.js';
import type { ModelNode } from '../document/node.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { nodeSource } from './node-source.js';
import { tierSource } from './tier-choice.js';

/** A node that computes a value. @since 0.1.0 */
export interface LoweredNode {
  readonly id: string;
  readonly kind: ModelNode['kind'];
  readonly type: ValueType;
  readonly nullable: boolean;
  /** What other nodes know of its value: also its unit, and whether it was calculated. */
  readonly declaration: InputDeclaration;
  /** 1 for a node that reads dimensions only, else one more than the deepest node it reads. */
  readonly depth: number;
  /** Total, over dimension ids and ids of earlier nodes. */
  readonly expression: ExpressionNode;
}

/** A document as expressions in the order they are computed. @since 0.1.0 */
export interface LoweredModel {
  /** Dimensions. One with a default is declared never missing: whoever delivers its value puts the default in its place. */
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  readonly nodes: readonly LoweredNode[];
  /** Yields the tier id; total, over dimension ids and node ids. */
  readonly tier: ExpressionNode;
}

/** @throws ModelError `INVALID_DOCUMENT` */
export function requireSound(document: ModelDocument): void {
  const errors = checkDocument(document).filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new ModelError('INVALID_DOCUMENT', 'the model has errors', errors);
}

/**
 * Turns a document into expressions: one per node that computes a value, and one for the tier.
 * @throws ModelError `INVALID_DOCUMENT` for a document with errors, see {@link checkDocument}
 * @since 0.1.0
 */
export function lowerDocument(document: ModelDocument): LoweredModel {
  requireSound(document);
  const inputs: Record<string, InputDeclaration> = {};
  for (const node of document.nodes) {
    const declaration = node.kind === 'dimension' ? declarationOfNode(node) : null;
    if (declaration !== null) inputs[node.id] = declaration;
  }
  const environment: Record<string, InputDeclaration> = { ...inputs };
  const nodes: LoweredNode[] = [];
  for (const { node, depth } of topologicalOrder(document.nodes).nodes) {
    const source = nodeSource(node, document);
    const declaration = declarationOfNode(node);
    if (source === null || declaration === null) continue;
    const checked = checkExpression(source, environment);
    // A condition that is unknown does not hold, so its value is never missing.
    const nullable = declaration.type !== 'boolean' && checked.nullable;
    // Found, not declared: written out into one expression, a value must meet the same margins.
    const known: InputDeclaration = { ...declaration, nullable, exact: checked.exact };
    const lowered: LoweredNode = {
      id: node.id,
      kind: node.kind,
      type: declaration.type,
      nullable,
      declaration: known,
      depth: Math.max(depth, 1),
      expression: writeOutMissing(source, environment),
    };
    nodes.push(lowered);
    environment[node.id] = known;
  }
  return { inputs, nodes, tier: writeOutMissing(tierSource(document), environment) };
}
