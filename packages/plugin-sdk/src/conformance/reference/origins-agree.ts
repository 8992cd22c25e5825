import type { DimensionSource, ModelNode } from '@terrace/model';
import type { Manifest } from '../../manifest.js';
import type { Check, Found, Words } from '../check.js';
import { nodesOf, type PlacedNode } from '../nodes-of.js';

/** What a dimension measures, whatever its window: that is often a parameter. */
function measured(source: DimensionSource): string {
  if (source.kind === 'aggregate')
    return JSON.stringify([source.kind, source.event, source.measure, source.field ?? null]);
  return JSON.stringify({ ...source, parameters: null });
}

/** What is wrong with where a node says it comes from; null when nothing is. */
function faultOf(node: ModelNode, { id, contributes }: Manifest): Words | null {
  if (node.kind !== 'dimension' && node.kind !== 'custom') return null;
  const { origin } = node;
  if (origin === undefined || !origin.startsWith(`${id}.`)) return null;
  const name = origin.slice(id.length + 1);
  if (node.kind === 'custom') {
    if (contributes.nodeKinds.some((kind) => kind.id === name)) return null;
    return { en: `There is no kind of nodes "${name}".`, 'zh-CN': `没有节点类型“${name}”。` };
  }
  const entry = contributes.dimensions.find((dimension) => dimension.node.id === name)?.node;
  if (entry === undefined)
    return { en: `There is no dimension "${name}" in the palette.`, 'zh-CN': `维度库中没有维度“${name}”。` };
  if (entry.valueType === node.valueType && measured(entry.source) === measured(node.source)) return null;
  return {
    en: `The dimension says it is "${origin}", and measures something else.`,
    'zh-CN': `该维度标注来源为“${origin}”，但计算的内容不同。`,
  };
}

export const originsAgree: Check = {
  id: 'origins-agree',
  area: 'reference',
  severity: 'warning',
  title: { en: 'Nodes are what they say they come from', 'zh-CN': '节点与标注的来源一致' },
  what: {
    en: 'A node of a template whose `origin` is an entry of this plugin’s palette measures the same; windows and conditions may differ.',
    'zh-CN': '模板节点的 `origin` 指向本插件维度库中的条目时，两者计算的内容一致；时间窗口和条件可以不同。',
  },
  why: {
    en: 'The editor shows the origin beside the node. After a change of one of the two it would say something untrue.',
    'zh-CN': '编辑器会显示节点的来源；只改了其中一处，显示的内容就不再属实。',
  },
  fix: {
    en: 'Make both the same, or remove `origin`.',
    'zh-CN': '请让两者保持一致，或删除 `origin`。',
  },
  wrong:
    '"origin": "hotel.visits",\n"source": { "kind": "aggregate", "event": "visit", "measure": "sum", "field": "amount" }',
  right: '"origin": "hotel.visits",\n"source": { "kind": "aggregate", "event": "visit", "measure": "count" }',
  run(plugin) {
    const { manifest } = plugin;
    const nodes = nodesOf(plugin).filter(({ template }) => template !== null);
    if (manifest === null || nodes.length === 0) return null;
    return nodes.flatMap(({ file, path, node }: PlacedNode): Found[] => {
      const message = faultOf(node, manifest);
      return message === null ? [] : [{ file, path: [...path, 'origin'], message }];
    });
  },
};
