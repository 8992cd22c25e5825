import type { BandsNode } from '@terrace/model';
import { yieldsNumber } from '../node-value';
import type { NodeLinks } from './node-links';
import { unconnected } from './unconnected';

/** A line of their population is no input, and is edited by hand. */
export const bandsLinks: NodeLinks<BandsNode> = {
  link: (node, source) =>
    yieldsNumber(source) && node.input !== source.id ? { ...node, input: source.id } : undefined,
  unlink: (node, gone) => (gone.has(node.input) ? { ...node, input: unconnected } : node),
};
