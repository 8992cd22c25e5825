import type { CategoryMapNode } from '@terrace/model';
import { yieldsValue } from '../node-value';
import type { NodeLinks } from './node-links';
import { unconnected } from './unconnected';

export const categoryMapLinks: NodeLinks<CategoryMapNode> = {
  link(node, source, categoriesOf) {
    if (!yieldsValue(source) || node.input === source.id) return undefined;
    const categories = node.input === unconnected ? categoriesOf(source) : undefined;
    if (categories === undefined || categories.length === 0) return { ...node, input: source.id };
    // The first input fills a new map with what can come in.
    const entries = categories.map((value, index) => ({
      values: [value],
      output: node.entries[index]?.output ?? index + 1,
    }));
    return { ...node, input: source.id, entries };
  },
  unlink: (node, gone) => (gone.has(node.input) ? { ...node, input: unconnected } : node),
};
