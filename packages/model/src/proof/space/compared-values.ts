import { childrenOf, type ExpressionNode } from '@terrace/expression';
import { affineForms, crossing } from './affine.js';
import { numberOfText, type Scale } from './axis.js';

/** What the rules compare each dimension with. */
export interface ComparedValues {
  readonly numbers: ReadonlyMap<string, ReadonlySet<number>>;
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Texts that are looked for inside the texts of a dimension. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

const comparing: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '===', '!=', '!==']);

function add<Value>(map: Map<string, Set<Value>>, id: string, value: Value): void {
  const values = map.get(id) ?? new Set<Value>();
  map.set(id, values.add(value));
}

/**
 * Everything that `conditions`, and the nodes they rest on, compare dimensions with: where a comparison can change its answer, there an
 * axis is cut.
 * @param sourceOf - what a node computes; null for a dimension
 * @param scaleOf - how the values of a dimension are written; null for what is no dimension
 */
export function comparedValues(
  conditions: readonly ExpressionNode[],
  sourceOf: (name: string) => ExpressionNode | null,
  scaleOf: (name: string) => Scale | null,
): ComparedValues {
  const numbers = new Map<string, Set<number>>();
  const texts = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  const seen = new Set<string>();

  /** Dimensions whose own values an expression can be. */
  const dimensionsOf = (node: ExpressionNode, trail: ReadonlySet<string> = new Set()): string[] => {
    if (node.kind === 'variable') {
      if (trail.has(node.name)) return [];
      const source = sourceOf(node.name);
      const own = source === null ? [node.name] : dimensionsOf(source, new Set([...trail, node.name]));
      return node.fallback === null ? own : [...own, ...dimensionsOf(node.fallback, trail)];
    }
    return node.kind === 'operation' && node.operator === 'if'
      ? node.operands
          .filter((_, index) => index % 2 === 1 || index === node.operands.length - 1)
          .flatMap((operand) => dimensionsOf(operand, trail))
      : [];
  };
  /** Texts that an expression can be. */
  const textsOf = (node: ExpressionNode): string[] => {
    if (node.kind === 'literal') return typeof node.value === 'string' ? [node.value] : [];
    return node.kind === 'operation' && node.operator === 'if' ? node.operands.flatMap(textsOf) : [];
  };
  const numeric = (scale: Scale | null): scale is 'number' | 'date' | 'instant' =>
    scale === 'number' || scale === 'date' || scale === 'instant';

  const comparePair = (a: ExpressionNode, b: ExpressionNode): void => {
    const dimensions = [...dimensionsOf(a), ...dimensionsOf(b)];
    for (const text of [...textsOf(a), ...textsOf(b)])
      for (const id of dimensions) if (scaleOf(id) === 'text') add(texts, id, text);
    const scale = dimensions.map(scaleOf).find(numeric) ?? 'number';
    const numberOf = (text: string): number | null => {
      const value = scale === 'number' ? NaN : numberOfText(text, scale);
      return Number.isNaN(value) ? null : value;
    };
    const left = affineForms(a, sourceOf, numberOf);
    const right = affineForms(b, sourceOf, numberOf);
    if (left === null || right === null) return;
    for (const one of left)
      for (const other of right) {
        const cut = crossing(one, other);
        if (cut !== null && numeric(scaleOf(cut.id)) && Number.isFinite(cut.value))
          add(numbers, cut.id, cut.value);
      }
  };

  const visit = (node: ExpressionNode): void => {
    if (node.kind === 'variable' && !seen.has(node.name)) {
      seen.add(node.name);
      const source = sourceOf(node.name);
      if (source !== null) visit(source);
    }
    if (node.kind === 'operation') {
      const { operator, operands } = node;
      if (comparing.has(operator))
        for (let index = 0; index + 1 < operands.length; index += 1) {
          const [a, b] = [operands[index], operands[index + 1]];
          if (a !== undefined && b !== undefined) comparePair(a, b);
        }
      const [needle, haystack] = operands;
      if (operator === 'in' && needle !== undefined && haystack !== undefined) {
        if (haystack.kind === 'list') for (const item of haystack.items) comparePair(needle, item);
        else
          for (const part of textsOf(needle)) for (const id of dimensionsOf(haystack)) add(parts, id, part);
      }
      if (operator === 'missing') for (const name of operands.flatMap(textsOf)) visitName(name);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  const visitName = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const source = sourceOf(name);
    if (source !== null) visit(source);
  };
  conditions.forEach(visit);
  return { numbers, texts, parts };
}
