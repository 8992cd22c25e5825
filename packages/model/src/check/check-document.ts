import type { KnownCode } from '../catalog/known-code.js';
import type { RecordTypes } from '../catalog/record-type.js';
import type { Issue } from '../document/issue.js';
import type { ModelDocument } from '../document/model-document.js';
import { localize } from '../document/localized-text.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { nodeRules } from '../rule/rules-of-node.js';
import { checkLifecycle } from '../lifecycle/check-lifecycle.js';
import { checkPriority } from '../rule/check-priority.js';
import { CheckContext } from './check-context.js';
import { checkNode } from './check-node.js';

function checkIds(context: CheckContext): void {
  const seen = new Map<string, number>();
  context.document.nodes.forEach((node, index) => {
    const earlier = seen.get(node.id);
    if (earlier === undefined) seen.set(node.id, index);
    else
      context.report(
        'DUPLICATE_ID',
        ['nodes', index, 'id'],
        `The id "${node.id}" is used by two nodes. Give one of them another id.`,
        `标识“${node.id}”被两个节点使用，请修改其中一个。`,
        { nodeId: node.id, details: { first: earlier } },
      );
  });
}

function checkCycle(context: CheckContext): void {
  const { cycle } = topologicalOrder(context.document.nodes);
  const [start] = cycle ?? [];
  if (cycle === null || start === undefined) return;
  const index = context.document.nodes.findIndex((node) => node.id === start);
  context.report(
    'CYCLE',
    ['nodes', index],
    `Nodes read each other in a circle: ${cycle.join(' → ')}. Remove one of these connections.`,
    `节点之间循环引用：${cycle.join(' → ')}。请断开其中一条连线。`,
    { nodeId: start, details: { cycle } },
  );
}

/** Ids of the tiers that a subject without a tier can come to. */
function reachableTiers(document: ModelDocument): ReadonlySet<string> {
  const reachable = new Set([document.fallback]);
  for (const node of document.nodes)
    for (const rule of nodeRules(node)?.rules ?? []) if (rule.isKeep !== true) reachable.add(rule.tier);
  for (const track of document.lifecycle?.fastTracks ?? []) reachable.add(track.to);
  return reachable;
}

function checkTiers(context: CheckContext): void {
  const { document } = context;
  const ranks = new Map<number, string>();
  const reachable = reachableTiers(document);
  document.nodes.forEach((node, index) => {
    if (node.kind !== 'tier') return;
    const same = ranks.get(node.rank);
    if (same !== undefined)
      context.report(
        'DUPLICATE_RANK',
        ['nodes', index, 'rank'],
        `Tiers "${same}" and "${node.id}" both have rank ${node.rank}. Ranks decide which tier is better, so they differ.`,
        `层级“${same}”与“${node.id}”的级别都是 ${node.rank}。级别决定层级高低，不能相同。`,
        { nodeId: node.id, details: { rank: node.rank } },
      );
    else ranks.set(node.rank, node.id);
    if (!reachable.has(node.id))
      context.report(
        'UNREACHABLE_TIER',
        ['nodes', index],
        `Nothing leads to the tier “${localize(node.name, 'en')}”. Connect a condition or a table row, give it an entry condition, or remove it.`,
        `没有任何规则通向层级“${localize(node.name, 'zh-CN')}”。请连接条件或决策表的行、设置准入条件，或删除该层级。`,
        { nodeId: node.id, severity: 'warning', details: { tier: node.id } },
      );
  });
  if (ranks.size === 0)
    context.report(
      'NO_TIERS',
      ['nodes'],
      'The model has no tiers. Add at least one.',
      '模型中没有层级，请至少添加一个。',
    );
  context.checkTier(document.fallback, ['fallback']);
}

function checkAmount(context: CheckContext): void {
  const { amount } = context.document;
  if (amount === undefined) return;
  const declaration = Object.hasOwn(context.dimensions, amount) ? context.dimensions[amount] : undefined;
  if (declaration?.type === 'number') return;
  const dimensions = Object.entries(context.dimensions)
    .filter(([, each]) => each.type === 'number')
    .map(([id]) => id);
  context.report(
    'WRONG_AMOUNT',
    ['amount'],
    `The amount is summed per tier, so it is a dimension with numbers; "${amount}" is not. Available: ${dimensions.join(', ') || 'none'}.`,
    `金额用于按层级汇总，必须是数字维度，“${amount}”不符合。可用的维度：${dimensions.join('、') || '无'}。`,
    { details: { amount } },
  );
}

function checkSubjectType(context: CheckContext): void {
  const { types, document } = context;
  if (types === undefined || types.subjectTypes.some((each) => each.id === document.subjectType)) return;
  const known = types.subjectTypes.map((each) => each.id);
  context.report(
    'UNKNOWN_SUBJECT_TYPE',
    ['subjectType'],
    `There is no subject type "${document.subjectType}". Available: ${known.join(', ') || 'none'}.`,
    `没有对象类型“${document.subjectType}”。可用的对象类型：${known.join('、') || '无'}。`,
    { details: { subjectType: document.subjectType } },
  );
}

/**
 * Every fault of a document, each with its place, what is wrong and how to mend it. A document without errors can be lowered,
 * compiled and run; warnings do not hinder that.
 * @param types - the record types of the workspace; without them what refers to fields and events is not checked
 * @param code - the plugins there are; without them what refers to code is not checked
 * @since 0.1.0
 */
export function checkDocument(document: ModelDocument, types?: RecordTypes, code?: KnownCode): Issue[] {
  const context = new CheckContext(document, types, code);
  checkIds(context);
  checkCycle(context);
  checkSubjectType(context);
  document.nodes.forEach((node, index) => checkNode(node, index, context));
  checkTiers(context);
  checkPriority(context);
  checkLifecycle(context);
  checkAmount(context);
  return context.issues;
}
