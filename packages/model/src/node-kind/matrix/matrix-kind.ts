import type { NodeKind } from '../node-kind.js';
import type { MatrixNode } from './matrix-node.js';

export const matrixKind: NodeKind<MatrixNode> = {
  words: { en: 'a matrix', 'zh-CN': '矩阵' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
