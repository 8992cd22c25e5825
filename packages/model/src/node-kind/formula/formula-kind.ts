import { variablesOf } from '@terrace/expression';
import { readFormula } from './lower-formula.js';
import type { NodeKind } from '../node-kind.js';
import { sayFormula } from './say-formula.js';
import { checkFormula } from './check-formula.js';
import { explainFormula } from './explain-formula.js';
import type { FormulaNode } from './formula-node.js';

/** A formula of true or false that is unknown is false, as a condition is; any other may have no value. */
export const formulaKind: NodeKind<FormulaNode> = {
  words: { en: 'a formula', 'zh-CN': '公式' },
  declaration: (node) => ({
    type: node.valueType,
    nullable: node.valueType !== 'boolean',
    ...(node.unit === undefined ? {} : { unit: node.unit }),
    ...(node.valueType === 'number' ? { exact: false } : {}),
  }),
  outputs: (node) => (node.valueType === 'boolean' ? [true, false] : null),
  references: (node) => variablesOf(readFormula(node)),
  rules: () => null,
  source: readFormula,
  check: checkFormula,
  explain: explainFormula,
  say: sayFormula,
};
