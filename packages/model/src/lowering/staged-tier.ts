import {
  isElementScope,
  list,
  literal,
  operation,
  variable,
  variablesOf,
  type ExpressionNode,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { defaultOf } from './defaults.js';
import { lowerDocument, type LoweredNode } from './lower-document.js';

/** What a stage hands on, by name: the place in the list that the next stage reads. */
type Slots = ReadonlyMap<string, string>;

/** Puts places of the list for names, also for those that `missing` asks for. */
function renamer(slots: Slots): (node: ExpressionNode) => ExpressionNode {
  const done = new Map<ExpressionNode, ExpressionNode>();
  const place = (name: string): string => slots.get(name) ?? name;
  const rename = (node: ExpressionNode): ExpressionNode => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const renamed = renameOnce(node);
    done.set(node, renamed);
    return renamed;
  };
  const renameNames = (node: ExpressionNode): ExpressionNode => {
    if (node.kind === 'list') return list(node.items.map(renameNames));
    return node.kind === 'literal' && typeof node.value === 'string'
      ? literal(place(node.value))
      : rename(node);
  };
  const renameOnce = (node: ExpressionNode): ExpressionNode => {
    switch (node.kind) {
      case 'literal':
      case 'record':
        return node;
      case 'list':
        return list(node.items.map(rename));
      case 'variable':
        return variable(place(node.name), node.fallback === null ? null : rename(node.fallback), node.form);
      case 'operation': {
        const asksForNames = node.operator === 'missing' || node.operator === 'missing_some';
        const operands = node.operands.map((operand, index) => {
          if (asksForNames) return renameNames(operand);
          // What is evaluated per element of a list reads the element.
          return isElementScope(node, index) ? operand : rename(operand);
        });
        return operation(node.operator, operands, node.form);
      }
    }
  };
  return rename;
}

/** The nodes that the tier rests on, by depth, and after each depth the names that are read later. */
function stagesOf(
  nodes: readonly LoweredNode[],
  tier: ExpressionNode,
): { readonly inputs: readonly string[]; readonly stages: readonly Map<string, LoweredNode | null>[] } {
  const depths = [...new Set(nodes.map(({ depth }) => depth))].sort((a, b) => b - a);
  const stages: Map<string, LoweredNode | null>[] = [];
  let needed = new Set(variablesOf(tier));
  for (const depth of depths) {
    const computed = new Map(nodes.filter((node) => node.depth === depth).map((node) => [node.id, node]));
    const used = [...needed].flatMap((name) => computed.get(name) ?? []);
    if (used.length === 0) continue;
    stages.unshift(new Map([...needed].map((name) => [name, computed.get(name) ?? null])));
    const before = [...needed].filter((name) => !computed.has(name));
    needed = new Set([...before, ...used.flatMap(({ expression }) => variablesOf(expression))]);
  }
  return { inputs: [...needed], stages };
}

const slotsOf = (names: Iterable<string>): Slots =>
  new Map([...names].map((name, index) => [name, `current.${index}`]));

/** `body` over the list `values`, which stock JSON Logic evaluates once: `reduce` over a list of one element, that list. */
function bind(values: readonly ExpressionNode[], body: ExpressionNode): ExpressionNode {
  return operation('reduce', [list([list(values)]), body, literal(null)]);
}

/**
 * The tier over the data of a subject, every node computed once. The first stage reads dimensions, with their defaults, and `previous.*`;
 * each further one computes the nodes of one depth and hands on what is still read later. Its size is that of the nodes, however often
 * they are read.
 * @throws ModelError `INVALID_DOCUMENT`
 */
export function stagedTier(document: ModelDocument): ExpressionNode {
  const { nodes, tier } = lowerDocument(document);
  const defaults = new Map(document.nodes.map((node) => [node.id, defaultOf(node)]));
  const { inputs, stages } = stagesOf(nodes, tier);
  const first = inputs.map((name) => {
    const fallback = defaults.get(name) ?? null;
    const own = variable(name);
    return fallback === null
      ? own
      : operation('if', [operation('missing', [literal(name)]), literal(fallback), own]);
  });
  const names = [inputs, ...stages.map((stage) => [...stage.keys()])];
  // From the inside out: what the last stage hands on is all that the tier reads.
  let whole = renamer(slotsOf(names.at(-1) ?? []))(tier);
  for (const [index, stage] of [...stages.entries()].reverse()) {
    const rename = renamer(slotsOf(names[index] ?? []));
    const values = [...stage].map(([name, node]) => rename(node?.expression ?? variable(name)));
    whole = bind(values, whole);
  }
  return bind(first, whole);
}
