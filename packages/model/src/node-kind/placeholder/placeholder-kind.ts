import type { NodeKind } from '../node-kind.js';
import type { PlaceholderNode } from './placeholder-node.js';

/** The kind that the kept node names. */
function originalKind(node: PlaceholderNode): string {
  const { original } = node;
  const kind = typeof original === 'object' && original !== null && 'kind' in original ? original.kind : '';
  return String(kind);
}

export const placeholderKind: NodeKind<PlaceholderNode> = {
  words: { en: 'a node of an unknown kind', 'zh-CN': '未知类型的节点' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check(node, path, context) {
    const kind = originalKind(node);
    context.report(
      'UNKNOWN_KIND',
      path,
      `There is no kind of node called "${kind}" here. Install the plugin or the newer version it comes from, or remove the node; it is kept unchanged until then.`,
      `此处没有名为“${kind}”的节点类型。请安装提供该类型的插件或升级到更新的版本，或删除该节点；在此之前节点会原样保留。`,
      { nodeId: node.id, details: { kind } },
    );
  },
  explain: () => null,
};
