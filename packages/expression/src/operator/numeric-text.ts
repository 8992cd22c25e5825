import type { ExpressionNode } from '../ast/expression-node.js';
import { operation } from '../ast/operation-node.js';

const arithmetic = new Set(['+', '-', '*', '/', '%', 'min', 'max', 'reduce']);

/** Whether stock JSON Logic gives a number for `node` even when inputs are numbers written as text. */
function isSurelyNumber(node: ExpressionNode): boolean {
  return (
    (node.kind === 'literal' && typeof node.value === 'number') ||
    (node.kind === 'operation' && arithmetic.has(node.operator))
  );
}

/** JSON Logic's conversion to a number: unary `+`. */
export function asNumber(node: ExpressionNode): ExpressionNode {
  return isSurelyNumber(node) ? node : operation('+', [node]);
}

/**
 * Prepares numbers for a comparison under stock JSON Logic, where an input may arrive as text ("297.4" out of a file):
 * JavaScript compares two texts as text, so of every two neighbours at least one must surely be a number.
 */
export function comparableNumbers(nodes: readonly ExpressionNode[]): ExpressionNode[] {
  const result = [...nodes];
  for (let index = 1; index < result.length; index += 1) {
    const [left, right] = [result[index - 1], result[index]];
    if (left === undefined || right === undefined || isSurelyNumber(left) || isSurelyNumber(right)) continue;
    // With three operands the middle one serves both pairs.
    if (result.length === 3) result[1] = asNumber(result[1] ?? right);
    else result[index - 1] = asNumber(left);
  }
  return result;
}
