import { isElementScope, variablesOf, type ExpressionNode, type InputDeclaration } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { calibratedCuts } from '../calibration/calibrated-nodes.js';
import { outputsOf } from '../graph/outputs-of.js';
import { isPreviousInput } from '../lifecycle/previous-inputs.js';
import { nodeSource } from '../lowering/node-source.js';
import { nodeRules } from '../rule/rules-of-node.js';

/** An order comparison of something that changes smoothly with a constant, as a node has it. */
export interface Comparison {
  readonly nodeId: string;
  readonly compared: ExpressionNode;
  readonly constant: number | string;
}

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const smoothTypes: ReadonlySet<string> = new Set(['number', 'date', 'instant']);

/** What a node compares: its value, and the conditions that stand on a tier itself. Cut points of a population are no fixed thresholds. */
function expressionsOf(node: ModelNode, document: ModelDocument): ExpressionNode[] {
  if (node.kind === 'bands' && calibratedCuts(node) !== null) return [];
  const source = nodeSource(node, document);
  if (source !== null) return [source];
  return node.kind === 'tier' ? (nodeRules(node)?.rules ?? []).map(({ when }) => when) : [];
}

/** Finds comparisons in expressions over the values of `nodes`. */
class Search {
  readonly found: Comparison[] = [];
  readonly #nodes: ReadonlyMap<string, ModelNode>;
  readonly #environment: Readonly<Record<string, InputDeclaration>>;

  constructor(document: ModelDocument, environment: Readonly<Record<string, InputDeclaration>>) {
    this.#nodes = new Map(document.nodes.map((node) => [node.id, node]));
    this.#environment = environment;
  }

  visit(node: ExpressionNode, nodeId: string): void {
    switch (node.kind) {
      case 'list':
        node.items.forEach((item) => this.visit(item, nodeId));
        return;
      case 'operation':
        if (orders.has(node.operator)) this.#compare(node.operands, nodeId);
        node.operands.forEach((operand, index) => {
          if (!isElementScope(node, index)) this.visit(operand, nodeId);
        });
        return;
      default:
        return;
    }
  }

  #compare(sides: readonly ExpressionNode[], nodeId: string): void {
    for (let index = 1; index < sides.length; index += 1) {
      const [left, right] = [sides[index - 1], sides[index]];
      if (left === undefined || right === undefined) continue;
      this.#add(left, right, nodeId);
      this.#add(right, left, nodeId);
    }
  }

  #add(compared: ExpressionNode, other: ExpressionNode, nodeId: string): void {
    if (other.kind !== 'literal' || other.value === null || typeof other.value === 'boolean') return;
    if (!this.#isSmooth(compared)) return;
    this.found.push({ nodeId, compared, constant: other.value });
  }

  /** Scores and labels have few values; each of their own cut points is a threshold, the comparison of the result is none. */
  #isSmooth(node: ExpressionNode): boolean {
    const names = variablesOf(node);
    if (names.length === 0 || names.some(isPreviousInput)) return false;
    if (names.some((name) => this.#environment[name] === undefined)) return false;
    if (node.kind !== 'variable') return true;
    const read = this.#nodes.get(node.name);
    const type = this.#environment[node.name]?.type ?? 'text';
    return read !== undefined && outputsOf(read) === null && smoothTypes.has(type);
  }
}

/** Every comparison of a document, in the order of its nodes. */
export function findComparisons(
  document: ModelDocument,
  environment: Readonly<Record<string, InputDeclaration>>,
): Comparison[] {
  const search = new Search(document, environment);
  for (const node of document.nodes)
    for (const expression of expressionsOf(node, document)) search.visit(expression, node.id);
  return search.found;
}
