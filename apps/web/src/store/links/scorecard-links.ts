import type { ModelNode, ScorecardNode } from '@terrace/model';
import { valueTypeOf, yieldsNumber, yieldsValue } from '../node-value';
import type { CategoriesOf, NodeLinks } from './node-links';
import { unconnected } from './unconnected';

export type ScorecardItem = ScorecardNode['items'][number];

/** The id of a further item: the input's own where it is free. */
export function newItemId(items: readonly ScorecardItem[], wanted: string): string {
  const taken = new Set(items.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 36);
  for (let n = 2; ; n++) if (!taken.has(`${stem}_${n}`)) return `${stem}_${n}`;
}

/** An item over `source`: its own number is its points, and each of listed values gets points of its own. */
export function itemOver(
  items: readonly ScorecardItem[],
  source: ModelNode,
  categoriesOf: CategoriesOf,
): ScorecardItem {
  const item = { id: newItemId(items, source.id), input: source.id };
  if (yieldsNumber(source)) return item;
  const categories = categoriesOf(source) ?? [''];
  return {
    ...item,
    bins: categories.map((value, index) => ({ cell: { op: '==', value }, points: String(index + 1) })),
  };
}

/** The scorecard with other items; every set of weights has a weight for each of them and no other. */
export function withItems(node: ScorecardNode, items: readonly ScorecardItem[]): ScorecardNode {
  const { weightSets, ...rest } = node;
  if (weightSets === undefined) return { ...rest, items: [...items] };
  return {
    ...rest,
    items: [...items],
    weightSets: weightSets.map((set) => ({
      ...set,
      weights: Object.fromEntries(items.map(({ id }) => [id, set.weights[id] ?? '0'])),
    })),
  };
}

/** The item that waits for an input, before others the one that is called as `source` is; -1 for none. */
function openItem(items: readonly ScorecardItem[], source: ModelNode): number {
  const isOpen = ({ input }: ScorecardItem): boolean => input === unconnected;
  const names = [source.id, source.name.en, source.name['zh-CN']];
  const named = items.findIndex(
    (item) =>
      isOpen(item) &&
      [item.id, item.name?.en, item.name?.['zh-CN']].some(
        (name) => name !== undefined && names.includes(name),
      ),
  );
  return named >= 0 ? named : items.findIndex(isOpen);
}

/** Whether bins that wait for an input compare with values such as `source` has. */
function binsFit({ bins }: ScorecardItem, source: ModelNode): boolean {
  if (bins === undefined) return false;
  const type = valueTypeOf(source);
  const expected = yieldsNumber(source) ? 'number' : type === 'boolean' ? 'boolean' : 'string';
  return bins.every(({ cell }) => {
    if (cell === null || cell.op === 'missing') return true;
    if (cell.op === 'in') return cell.values.every((value) => typeof value === expected);
    return 'value' in cell ? typeof cell.value === expected : expected === 'number';
  });
}

export const scorecardLinks: NodeLinks<ScorecardNode> = {
  link(node, source, categoriesOf) {
    if (!yieldsValue(source) || node.items.some(({ input }) => input === source.id)) return undefined;
    const open = openItem(node.items, source);
    if (open < 0) return withItems(node, [...node.items, itemOver(node.items, source, categoriesOf)]);
    const waiting = node.items[open];
    const others = node.items.filter((_, index) => index !== open);
    const item =
      waiting !== undefined && binsFit(waiting, source)
        ? { ...waiting, input: source.id }
        : { ...itemOver(others, source, categoriesOf), id: waiting?.id ?? source.id };
    return withItems(
      node,
      node.items.map((each, index) => (index === open ? item : each)),
    );
  },
  unlink(node, gone) {
    const { context, ...rest } = node;
    const cleared = context !== undefined && gone.has(context) ? rest : node;
    const items = cleared.items.filter(({ input }) => !gone.has(input));
    if (items.length === cleared.items.length) return cleared;
    const [first] = cleared.items;
    // A scorecard keeps one item, which waits for an input.
    return withItems(
      cleared,
      items.length > 0 || first === undefined ? items : [{ id: first.id, input: unconnected }],
    );
  },
};
