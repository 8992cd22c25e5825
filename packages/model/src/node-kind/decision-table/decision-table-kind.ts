import type { NodeKind } from '../node-kind.js';
import { sayDecisionTable } from './say-decision-table.js';
import { distinctOutputs } from '../output-type.js';
import { checkDecisionTable } from './check-decision-table.js';
import type { DecisionTableNode } from './decision-table-node.js';
import { nameWords, quote } from '../../explain/words.js';
import { decideDecisionTable } from './decide-decision-table.js';
import { explainDecisionTable, rowWords } from './explain-decision-table.js';
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
  deciders: decideDecisionTable,
  check: checkDecisionTable,
  ruleWords(node, rule, context, language) {
    const index = node.rows.findIndex((row) => rule.code === `${node.id}.${row.id}`);
    const row = node.rows[index];
    const name = quote(nameWords(node, language));
    return {
      subject: language === 'en' ? `row ${index + 1} of ${name}` : `${name}第 ${index + 1} 行`,
      words: row === undefined ? '' : rowWords(node, row, context, language),
    };
  },
  explain: explainDecisionTable,
  say: sayDecisionTable,
};
