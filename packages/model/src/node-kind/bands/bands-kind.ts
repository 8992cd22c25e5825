import type { NodeKind } from '../node-kind.js';
import { sayBands } from './say-bands.js';
import { distinctOutputs, outputType } from '../output-type.js';
import type { BandsNode } from './bands-node.js';
import { checkBands } from './check-bands.js';
import { decideBands } from './decide-bands.js';
import { explainBands } from './explain-bands.js';
import { lowerBands } from './lower-bands.js';

export const bandsKind: NodeKind<BandsNode> = {
  words: { en: 'bands', 'zh-CN': '分档' },
  declaration: (node) => ({ type: outputType([...node.outputs, node.missing]), nullable: true }),
  outputs: (node) => distinctOutputs([...node.outputs, node.missing]),
  references: (node) => [node.input],
  rules: () => null,
  source: lowerBands,
  deciders: decideBands,
  check: checkBands,
  explain: explainBands,
  say: sayBands,
};
