import type { DecisionTableNode, ModelDocument, ModelNode, TierNode } from '@terrace/model';
import { unconnected } from './links/unconnected';

/** What the palette offers besides ready dimensions. */
export const blankKinds = [
  'aggregate',
  'field',
  'bands',
  'categoryMap',
  'scorecard',
  'formula',
  'timeDecay',
  'condition',
  'decisionTable',
  'matrix',
  'tier',
  'task',
  'webhook',
] as const;
export type BlankKind = (typeof blankKinds)[number];

/** What an action does before anything is chosen: a task to follow up. */
export const blankTask = {
  type: 'task',
  title: { 'zh-CN': '跟进', en: 'Follow up' },
  owner: 'sales',
  dueDays: 3,
} as const;

/** Colours for new tiers, told apart by people with the common colour-vision deficiencies (after Okabe and Ito). */
const tierColors = ['#0072b2', '#009e73', '#56b4e9', '#e69f00', '#d55e00', '#cc79a7', '#7f7f7f', '#b8a300'];

/** `wanted`, or the first of `wanted_2`, `wanted_3`, … that no node has. */
export function freeId(document: ModelDocument, wanted: string): string {
  const taken = new Set(document.nodes.map((node) => node.id));
  taken.add(unconnected);
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 36);
  for (let n = 2; ; n++) if (!taken.has(`${stem}_${n}`)) return `${stem}_${n}`;
}

export function newRowId(table: DecisionTableNode): string {
  const taken = new Set(table.rows.map((row) => row.id));
  for (let n = table.rows.length + 1; ; n++) if (!taken.has(`row_${n}`)) return `row_${n}`;
}

/** What a new node may refer to: the first event type and field of the subject type. */
export interface Surroundings {
  readonly event: string;
  readonly field: string;
  readonly webhook: string;
}

/** A new node with sensible first values, under an id that is free. */
export function newNode(document: ModelDocument, kind: BlankKind, around: Surroundings): ModelNode {
  const named = (wanted: string, chinese: string, english: string): Pick<ModelNode, 'id' | 'name'> => ({
    id: freeId(document, wanted),
    name: { 'zh-CN': chinese, en: english },
  });
  const tiers = document.nodes.filter((node): node is TierNode => node.kind === 'tier');
  switch (kind) {
    case 'aggregate':
      return {
        kind: 'dimension',
        ...named('dimension', '新维度', 'New dimension'),
        valueType: 'number',
        source: { kind: 'aggregate', event: around.event, measure: 'count', window: { days: 365 } },
        missing: { policy: 'noMatch' },
      };
    case 'field':
      return {
        kind: 'dimension',
        ...named('dimension', '新维度', 'New dimension'),
        valueType: 'text',
        source: { kind: 'field', field: around.field },
        missing: { policy: 'noMatch' },
      };
    case 'bands':
      return {
        kind: 'bands',
        ...named('bands', '新分档', 'New bands'),
        input: unconnected,
        cuts: { method: 'explicit', values: ['10', '20'] },
        closed: 'left',
        outputs: [1, 2, 3],
      };
    case 'categoryMap':
      return {
        kind: 'categoryMap',
        ...named('category_map', '新类别映射', 'New category map'),
        input: unconnected,
        entries: [{ values: ['A'], output: 1 }],
      };
    case 'scorecard':
      return {
        kind: 'scorecard',
        ...named('score', '新评分卡', 'New scorecard'),
        base: '0',
        items: [{ id: 'item', input: unconnected }],
        weightSets: [{ id: 'normal', name: { 'zh-CN': '常规', en: 'Normal' }, weights: { item: '100' } }],
      };
    case 'formula':
      return {
        kind: 'formula',
        ...named('formula', '新公式', 'New formula'),
        valueType: 'number',
        expression: 0,
      };
    case 'timeDecay':
      return {
        kind: 'timeDecay',
        ...named('decay', '新时间衰减', 'New time decay'),
        age: unconnected,
        curve: { shape: 'halfLife', halfLife: '90' },
        floor: '0',
      };
    case 'matrix':
      return {
        kind: 'matrix',
        ...named('matrix', '新矩阵', 'New matrix'),
        axes: [
          { input: unconnected, values: [1] },
          { input: unconnected, values: [1] },
        ],
        cells: [null],
      };
    case 'condition':
      return {
        kind: 'condition',
        ...named('condition', '新条件', 'New condition'),
        when: true,
      };
    case 'decisionTable':
      return {
        kind: 'decisionTable',
        ...named('table', '新决策表', 'New decision table'),
        inputs: [unconnected],
        hit: 'first',
        rows: [],
      };
    case 'tier': {
      const rank = Math.max(0, ...tiers.map((tier) => tier.rank)) + 1;
      return {
        kind: 'tier',
        ...named('tier', `层级 ${rank}`, `Tier ${rank}`),
        rank,
        color: tierColors[(rank - 1) % tierColors.length] as string,
      };
    }
    case 'task':
      return {
        kind: 'action',
        ...named('task', '新任务', 'New task'),
        tier: unconnected,
        on: ['enter'],
        action: blankTask,
      };
    case 'webhook':
      return {
        kind: 'action',
        ...named('webhook', '新 Webhook 通知', 'New webhook call'),
        tier: unconnected,
        on: ['enter'],
        action: { type: 'webhook', webhook: around.webhook },
      };
  }
}
