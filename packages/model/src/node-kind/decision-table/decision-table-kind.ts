import type { NodeKind } from '../node-kind.js';
import { distinctOutputs } from '../output-type.js';
import { checkDecisionTable } from './check-decision-table.js';
import type { DecisionTableNode } from './decision-table-node.js';
import { explainDecisionTable } from './explain-decision-table.js';
import { lowerDecisionTable, lowerRow } from './lower-decision-table.js';
import { givesValues, tableType } from './table-result.js';

export const decisionTableKind: NodeKind<DecisionTableNode> = {
  words: { en: 'a decision table', 'zh-CN': '决策表' },
  declaration: (node) => ({ type: tableType(node), nullable: true }),
  outputs: (node) =>
    node.hit === 'collect'
      ? null
      : distinctOutputs(node.rows.map((row) => (givesValues(node) ? row.value : row.tier))),
  references: (node) => [...new Set(node.inputs)],
  rules: (node) => ({
    choice: node.hit === 'first' ? 'first' : 'all',
    rules: givesValues(node)
      ? []
      : node.rows.flatMap((row) =>
          row.tier === undefined
            ? []
            : [
                {
                  code: `${node.id}.${row.id}`,
                  nodeId: node.id,
                  handle: `row:${row.id}`,
                  tier: row.tier,
                  when: lowerRow(node, row),
                },
              ],
        ),
  }),
  source: lowerDecisionTable,
  check: checkDecisionTable,
  explain: explainDecisionTable,
};
