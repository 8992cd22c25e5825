import type { CheckContext } from '../../check/check-context.js';
import type { TierNode } from './tier-node.js';

/** Checks a tier's own conditions, and that its service levels can be told apart. */
export function checkTierNode(
  node: TierNode,
  path: readonly (string | number)[],
  context: CheckContext,
): void {
  if (node.entry !== undefined)
    context.checkCondition(node.entry, context.values, [...path, 'entry'], node.id);
  if (node.keep !== undefined) context.checkCondition(node.keep, context.values, [...path, 'keep'], node.id);
  const seen = new Map<string, number>();
  node.serviceLevels?.forEach((level, index) => {
    const earlier = seen.get(level.id);
    if (earlier === undefined) seen.set(level.id, index);
    else
      context.report(
        'DUPLICATE_SERVICE_LEVEL',
        [...path, 'serviceLevels', index, 'id'],
        `Service levels ${earlier + 1} and ${index + 1} have the same id "${level.id}". Give one of them another.`,
        `第 ${earlier + 1} 项与第 ${index + 1} 项服务标准的标识“${level.id}”重复，请修改其中一个。`,
        { nodeId: node.id, details: { id: level.id } },
      );
  });
}
