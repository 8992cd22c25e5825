import type { NodeKind } from '../node-kind.js';
import { checkDecisionTable } from './check-decision-table.js';
import { decideDecisionTable } from './decide-decision-table.js';
import type { DecisionTableNode } from './decision-table-node.js';
import { explainDecisionTable } from './explain-decision-table.js';
import { lowerDecisionTable, lowerRow } from './lower-decision-table.js';

export const decisionTableKind: NodeKind<DecisionTableNode> = {
  words: { en: 'a decision table', 'zh-CN': '决策表' },
  declaration: () => ({ type: 'text', nullable: true }),
  references: (node) => [...new Set(node.inputs)],
  rules: (node) => ({
    choice: node.hit === 'first' ? 'first' : 'all',
    rules: node.rows.flatMap((row) =>
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
  source: (node) => lowerDecisionTable(node),
  deciders: decideDecisionTable,
  check: checkDecisionTable,
  explain: (node, context) => explainDecisionTable(node, context),
};
