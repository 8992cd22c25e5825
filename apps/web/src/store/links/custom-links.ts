import { familyOf, type CustomNode } from '@terrace/model';
import { valueTypeOf } from '../node-value';
import type { NodeLinks } from './node-links';

/** A line goes to the first free input of its type. */
export const customLinks: NodeLinks<CustomNode> = {
  link(node, source) {
    const type = valueTypeOf(source);
    if (type === undefined || Object.values(node.inputs).includes(source.id)) return undefined;
    const free = node.definition.inputs.find(
      (input) => node.inputs[input.id] === undefined && familyOf(input.type) === familyOf(type),
    );
    return free === undefined ? undefined : { ...node, inputs: { ...node.inputs, [free.id]: source.id } };
  },
  unlink(node, gone) {
    const kept = Object.entries(node.inputs).filter(([, id]) => !gone.has(id));
    return kept.length === Object.keys(node.inputs).length
      ? node
      : { ...node, inputs: Object.fromEntries(kept) };
  },
};
