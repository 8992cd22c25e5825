import type { CheckContext } from '../check/check-context.js';

/** Checks that `priority` names tiers, each once. */
export function checkPriority(context: CheckContext): void {
  const seen = new Set<string>();
  context.document.priority?.forEach((id, index) => {
    const path = ['priority', index];
    context.checkTier(id, path);
    if (seen.has(id))
      context.report(
        'DUPLICATE_PRIORITY',
        path,
        `The tier "${id}" stands twice in the order of precedence. Remove one of the two.`,
        `层级“${id}”在优先顺序中出现了两次，请移除其中一处。`,
        { details: { id } },
      );
    seen.add(id);
  });
}
