import { readCondition } from '../../rule/read-condition.js';
import type { SayContext } from '../say-context.js';
import type { FormulaNode } from './formula-node.js';

/** The formula with the names of what it reads. */
export function sayFormula(node: FormulaNode, context: SayContext): string {
  return context.words(readCondition(node.expression));
}
