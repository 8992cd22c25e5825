import type { FormulaNode } from '@terrace/model';
import { formulaOf, logicOfFormula } from '../../inspector/formula/formula-form';
import { yieldsNumber } from '../node-value';
import { withComparison } from './condition-links';
import { withoutVariables } from '../../inspector/condition/condition-form';
import type { NodeLinks } from './node-links';

/** A number drawn into a formula is added to it; a formula that is true or false takes a comparison. */
export const formulaLinks: NodeLinks<FormulaNode> = {
  link(node, source) {
    if (node.valueType === 'boolean') {
      const expression = withComparison(node.expression, source);
      return expression === undefined ? undefined : { ...node, expression };
    }
    const terms = formulaOf(node.expression);
    if (node.valueType !== 'number' || !yieldsNumber(source) || terms === undefined) return undefined;
    if (terms.some(({ operand }) => operand === source.id)) return undefined;
    const isFresh = terms.length === 1 && terms[0]?.operand === 0;
    const term = { operator: '+', operand: source.id } as const;
    return { ...node, expression: logicOfFormula(isFresh ? [term] : [...terms, term]) };
  },
  unlink(node, gone) {
    if (node.valueType === 'boolean') {
      const expression = withoutVariables(node.expression, gone);
      return expression === node.expression ? node : { ...node, expression };
    }
    const terms = formulaOf(node.expression);
    const kept = terms?.filter(({ operand }) => typeof operand === 'number' || !gone.has(operand));
    if (terms === undefined || kept === undefined || kept.length === terms.length) return node;
    return { ...node, expression: logicOfFormula(kept) };
  },
};
