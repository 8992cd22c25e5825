import type { CheckContext } from '../check/check-context.js';
import { tiersByRank } from '../rule/tiers-by-rank.js';
import type { Lifecycle } from './lifecycle-schema.js';
import { tierOrder } from './tier-order.js';

/** Stages name every tier once, and lead up. */
function checkStages(stages: readonly string[], context: CheckContext): void {
  const path = ['lifecycle', 'stages'];
  const seen = new Set<string>();
  stages.forEach((id, index) => {
    context.checkTier(id, [...path, index]);
    if (seen.has(id))
      context.report(
        'DUPLICATE_STAGE',
        [...path, index],
        `The tier "${id}" stands twice among the stages. Remove one of the two.`,
        `层级“${id}”在阶段中出现了两次，请移除其中一处。`,
        { details: { id } },
      );
    seen.add(id);
  });
  const ranked = tiersByRank(context.document).map((tier) => tier.id);
  const absent = ranked.filter((id) => !seen.has(id));
  if (absent.length > 0) {
    context.report(
      'STAGES_INCOMPLETE',
      path,
      `The stages lack ${absent.map((id) => `"${id}"`).join(', ')}. Every tier needs its place among them, lowest first.`,
      `阶段中缺少${absent.map((id) => `“${id}”`).join('、')}。每个层级都需要在阶段中有一个位置，从最低到最高排列。`,
      { details: { missing: absent } },
    );
    return;
  }
  const known = stages.filter((id) => ranked.includes(id));
  const lowestFirst = [...ranked].reverse();
  if (known.length === ranked.length && known.some((id, index) => id !== lowestFirst[index]))
    context.report(
      'STAGES_AGAINST_RANKS',
      path,
      `The stages do not follow the ranks (${lowestFirst.join(', ')}), so a step up along the stages can be shown as a downgrade. Reorder the stages or the ranks.`,
      `阶段顺序与级别不一致（按级别从低到高应为：${lowestFirst.join('、')}），沿阶段上升可能会显示为降级。请调整阶段顺序或级别。`,
      { severity: 'warning', details: { stages: known, ranks: lowestFirst } },
    );
}

function checkFastTracks(lifecycle: Lifecycle, context: CheckContext): void {
  const ids = new Map<string, number>();
  const [lowest] = tierOrder(context.document);
  lifecycle.fastTracks?.forEach((track, index) => {
    const path = ['lifecycle', 'fastTracks', index];
    const earlier = ids.get(track.id);
    if (earlier === undefined) ids.set(track.id, index);
    else
      context.report(
        'DUPLICATE_FAST_TRACK',
        [...path, 'id'],
        `Fast tracks ${earlier + 1} and ${index + 1} have the same id "${track.id}". Give one of them another.`,
        `第 ${earlier + 1} 条与第 ${index + 1} 条快速通道的标识“${track.id}”重复，请修改其中一个。`,
        { details: { id: track.id } },
      );
    context.checkTier(track.to, [...path, 'to']);
    context.checkCondition(track.when, context.values, [...path, 'when']);
    if (track.to === lowest)
      context.report(
        'FAST_TRACK_TO_LOWEST',
        [...path, 'to'],
        `A fast track leads up, and "${context.nameOf(track.to, 'en')}" is the lowest tier, so this one never applies. Choose a higher tier or remove it.`,
        `快速通道只能上升，而“${context.nameOf(track.to, 'zh-CN')}”是最低层级，因此永远不会生效。请选择更高的层级，或移除该快速通道。`,
        { severity: 'warning', details: { id: track.to } },
      );
  });
}

/** Checks the lifecycle of a document. */
export function checkLifecycle(context: CheckContext): void {
  const { lifecycle } = context.document;
  if (lifecycle === undefined) return;
  if (lifecycle.stages !== undefined) checkStages(lifecycle.stages, context);
  checkFastTracks(lifecycle, context);
}
