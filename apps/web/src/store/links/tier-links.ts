import type { JsonLogic, TierNode } from '@terrace/model';
import { withoutVariables } from '../../inspector/condition/condition-form';
import type { NodeLinks } from './node-links';

/** What leads into a tier belongs to the node it comes from; entry and keep conditions are written in the tier's own form. */
export const tierLinks: NodeLinks<TierNode> = {
  link: () => undefined,
  unlink(node, gone) {
    const { entry, keep, ...rest } = node;
    const next = {
      ...rest,
      ...without('entry', entry, gone),
      ...without('keep', keep, gone),
    };
    return next.entry === entry && next.keep === keep ? node : next;
  },
};

/** A condition whose last comparison goes is left out: empty it would hold for everyone. */
function without<Part extends 'entry' | 'keep'>(
  part: Part,
  logic: JsonLogic | undefined,
  gone: ReadonlySet<string>,
): { [P in Part]?: JsonLogic } {
  if (logic === undefined) return {};
  const next = withoutVariables(logic, gone);
  return (next === true && logic !== true ? {} : { [part]: next }) as { [P in Part]?: JsonLogic };
}
