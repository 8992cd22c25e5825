import type { TimeDecayNode } from '@terrace/model';
import { yieldsNumber } from '../node-value';
import type { NodeLinks } from './node-links';
import { unconnected } from './unconnected';

/** The first line is the age, the second the number that is weighted. */
export const timeDecayLinks: NodeLinks<TimeDecayNode> = {
  link(node, source) {
    if (!yieldsNumber(source) || node.age === source.id || node.input === source.id) return undefined;
    if (node.age === unconnected) return { ...node, age: source.id };
    return node.input === undefined ? { ...node, input: source.id } : undefined;
  },
  unlink(node, gone) {
    const { input, ...rest } = node;
    const isInputGone = input !== undefined && gone.has(input);
    if (!isInputGone && !gone.has(node.age)) return node;
    return {
      ...rest,
      age: gone.has(node.age) ? unconnected : node.age,
      ...(input === undefined || isInputGone ? {} : { input }),
    };
  },
};
