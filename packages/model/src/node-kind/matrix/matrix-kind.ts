import type { NodeKind } from '../node-kind.js';
import { checkMatrix } from './check-matrix.js';
import { decideMatrix } from './decide-matrix.js';
import { explainMatrix } from './explain-matrix.js';
import { lowerMatrix, matrixRules } from './lower-matrix.js';
import type { MatrixNode } from './matrix-node.js';

/** Its value is the tier it leads to. Cells exclude each other, so their order means nothing. */
export const matrixKind: NodeKind<MatrixNode> = {
  words: { en: 'a matrix', 'zh-CN': '矩阵' },
  declaration: () => ({ type: 'text', nullable: true }),
  references: (node) => [...new Set(node.axes.map((axis) => axis.input))],
  rules: (node) => ({ choice: 'all', rules: matrixRules(node) }),
  source: lowerMatrix,
  deciders: decideMatrix,
  check: checkMatrix,
  explain: explainMatrix,
};
