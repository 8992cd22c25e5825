import { formulaKind } from '../formula/formula-kind.js';
import { explainFormula } from '../formula/explain-formula.js';
import { readFormula } from '../formula/lower-formula.js';
import { sayFormula } from '../formula/say-formula.js';
import type { NodeKind } from '../node-kind.js';
import { perNode } from '../per-node.js';
import { checkCustom } from './check-custom.js';
import type { CustomNode } from './custom-node.js';
import { formulaOf } from './formula-of.js';

const formula = perNode(formulaOf);

/** Everything it means is what the formula means that it stands for. */
export const customKind: NodeKind<CustomNode> = {
  words: { en: 'a custom node', 'zh-CN': '自定义节点' },
  declaration: (node) => formulaKind.declaration(formula(node)),
  outputs: (node) => (node.definition.valueType === 'boolean' ? [true, false] : null),
  // In the order of the inputs, whatever the formula reads first; one that is not connected is none.
  references: (node) => [...new Set(node.definition.inputs.flatMap(({ id }) => node.inputs[id] ?? []))],
  rules: () => null,
  source: (node) => readFormula(formula(node)),
  check: checkCustom,
  explain: (node, context) => explainFormula(formula(node), context),
  say: (node, context) => sayFormula(formula(node), context),
};
