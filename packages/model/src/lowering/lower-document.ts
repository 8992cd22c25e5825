import {
  variablesOf,
  writeOut,
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
import { valueReferences } from '../graph/value-references.js';
import {
  isPreviousInput,
  previousInputs,
  previousNames,
  type PreviousInput,
} from '../lifecycle/previous-inputs.js';
import { nodeSource } from './node-source.js';
import { policySource, qualifiedSource, reasonSource, tierSource } from './tier-choice.js';

/** A node that computes a value. @since 0.1.0 */
export interface LoweredNode {
  readonly id: string;
  readonly kind: ModelNode['kind'];
  readonly type: ValueType;
  readonly nullable: boolean;
  /** What other nodes know of its value: also its unit, and whether it was calculated. */
  readonly declaration: InputDeclaration;
  /** 1 for a node that reads nothing but dimensions, else one more than the deepest node it reads. */
  readonly depth: number;
  /** Total, over dimension ids, `previous.*` and ids of earlier nodes. */
  readonly expression: ExpressionNode;
}

/** A document as expressions in the order they are computed. @since 0.1.0 */
export interface LoweredModel {
  /**
   * Dimensions and the `previous.*` that are read. A dimension with a default is declared never missing: whoever delivers its value puts
   * the default in its place.
   */
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  /** Those of `inputs` that are no dimensions: what is read of the tier a subject has already. */
  readonly previous: readonly PreviousInput[];
  readonly nodes: readonly LoweredNode[];
  /** The id of the tier the rules give, keep conditions included; total, over inputs and node ids. */
  readonly qualified: ExpressionNode;
  /** The id of the tier: the qualified one, or what the lifecycle makes of it; total, over inputs and node ids. */
  readonly tier: ExpressionNode;
  /** The code of the rule that gave the qualified tier, or `fallback`; total. */
  readonly reason: ExpressionNode;
  /** What the lifecycle did, one of `policyCodes`; total; null for a document without a lifecycle. */
  readonly policy: ExpressionNode | null;
}

/** @throws ModelError `INVALID_DOCUMENT` */
export function requireSound(document: ModelDocument): void {
  const errors = checkDocument(document).filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new ModelError('INVALID_DOCUMENT', 'the model has errors', errors);
}

/** Declarations of everything the lowered expressions of a document can read. */
export function environmentOf({ inputs, nodes }: LoweredModel): Record<string, InputDeclaration> {
  const environment: Record<string, InputDeclaration> = { ...inputs };
  for (const { id, declaration } of nodes) environment[id] = declaration;
  return environment;
}

/** Whether anything can depend on the tier a subject has already: a lifecycle, a keep condition, or a node that reads it. */
function mayReadPrevious({ lifecycle, nodes }: ModelDocument): boolean {
  return (
    lifecycle !== undefined ||
    nodes.some(
      (node) =>
        (node.kind === 'tier' && node.keep !== undefined) || valueReferences(node).some(isPreviousInput),
    )
  );
}

/**
 * Turns a document into expressions: one per node that computes a value, and those of the tier and why it is.
 * @throws ModelError `INVALID_DOCUMENT` for a document with errors, see {@link checkDocument}
 * @since 0.1.0
 */
export function lowerDocument(document: ModelDocument): LoweredModel {
  requireSound(document);
  const dimensions: Record<string, InputDeclaration> = {};
  for (const node of document.nodes) {
    const declaration = node.kind === 'dimension' ? declarationOfNode(node) : null;
    if (declaration !== null) dimensions[node.id] = declaration;
  }
  const environment: Record<string, InputDeclaration> = { ...dimensions, ...previousInputs };
  const nodes: LoweredNode[] = [];
  const depths = new Map<string, number>();
  for (const { node } of topologicalOrder(document.nodes).nodes) {
    const source = nodeSource(node, document);
    const declaration = declarationOfNode(node);
    if (source === null || declaration === null) continue;
    const written = writeOut(source, environment);
    // A condition that is unknown does not hold, so its value is never missing.
    const nullable = declaration.type !== 'boolean' && written.nullable;
    // Found, not declared: written out into one expression, a value must meet the same margins.
    const known: InputDeclaration = { ...declaration, nullable, exact: written.exact };
    // Not the depth on the canvas: a formula that reads nothing is computed all the same, before what reads it.
    const depth = 1 + Math.max(0, ...valueReferences(node).map((id) => depths.get(id) ?? 0));
    depths.set(node.id, depth);
    const lowered: LoweredNode = {
      id: node.id,
      kind: node.kind,
      type: declaration.type,
      nullable,
      declaration: known,
      depth,
      expression: written.expression,
    };
    nodes.push(lowered);
    environment[node.id] = known;
  }
  const write = (source: ExpressionNode): ExpressionNode => writeOutMissing(source, environment);
  const qualified = write(qualifiedSource(document));
  const tier = document.lifecycle === undefined ? qualified : write(tierSource(document));
  let found: ExpressionNode | null = null;
  const reasonOf = (): ExpressionNode => (found ??= write(reasonSource(document)));
  const policies = policySource(document);
  const policy = policies === null ? null : write(policies);
  let previous: readonly PreviousInput[] = [];
  if (mayReadPrevious(document)) {
    const read = new Set<string>();
    for (const expression of [...nodes.map((node) => node.expression), tier, reasonOf(), policy])
      if (expression !== null) for (const name of variablesOf(expression)) read.add(name);
    previous = previousNames.filter((name) => read.has(name));
  }
  const inputs = { ...dimensions };
  for (const name of previous) inputs[name] = previousInputs[name];
  // A plain evaluation never asks for the reason, and writing it out is half of the work.
  return {
    inputs,
    previous,
    nodes,
    qualified,
    tier,
    get reason() {
      return reasonOf();
    },
    policy,
  };
}
