import type { JsonLogic } from '../../document/json-logic.js';
import type { FormulaNode } from '../formula/formula-node.js';
import type { CustomNode } from './custom-node.js';

type Values = Readonly<Record<string, number | string>>;

/** A parameter's value in the node: as it was filled in, or its default. */
function parameterValue(node: CustomNode, id: unknown): number | string | null {
  const parameter = node.definition.parameters.find((each) => each.id === id);
  if (parameter === undefined) return null;
  const given: Values = node.parameters;
  return (Object.hasOwn(given, parameter.id) ? given[parameter.id] : undefined) ?? parameter.default;
}

/** The node that stands in the place of an input; the rest of a path such as `list.0` stays. */
function nodeFor(node: CustomNode, name: string): string {
  const [input = '', ...rest] = name.split('.');
  const connected = Object.hasOwn(node.inputs, input) ? node.inputs[input] : undefined;
  return connected === undefined ? name : [connected, ...rest].join('.');
}

function substitute(node: CustomNode, json: JsonLogic): JsonLogic {
  if (Array.isArray(json)) return json.map((each) => substitute(node, each));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  const [key, value] = entries[0] ?? [];
  if (key === '$parameter') return parameterValue(node, value);
  if (entries.length === 1 && key === 'var') {
    if (typeof value === 'string') return { var: nodeFor(node, value) };
    if (Array.isArray(value) && typeof value[0] === 'string')
      return { var: [nodeFor(node, value[0]), ...value.slice(1).map((each) => substitute(node, each))] };
  }
  if (entries.length === 1 && key === 'missing' && Array.isArray(value))
    return { missing: value.map((each) => (typeof each === 'string' ? nodeFor(node, each) : each)) };
  return Object.fromEntries(entries.map(([name, each]) => [name, substitute(node, each as JsonLogic)]));
}

/**
 * The formula that a custom node stands for: connected nodes in the places of inputs, values in those of parameters. An input that is
 * not connected keeps its own name.
 * @since 0.1.0
 */
export function formulaOf(node: CustomNode): FormulaNode {
  const { valueType, unit, expression } = node.definition;
  return {
    kind: 'formula',
    id: node.id,
    name: node.name,
    valueType,
    ...(unit === undefined ? {} : { unit }),
    expression: substitute(node, expression),
  };
}
