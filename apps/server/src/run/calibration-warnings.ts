import { localize, type BandsNode, type Issue, type ModelDocument } from '@terrace/model';

function warning(
  document: ModelDocument,
  nodeId: string,
  code: string,
  words: (node: BandsNode, name: { readonly en: string; readonly 'zh-CN': string }) => Issue['message'],
  details?: Issue['details'],
): Issue[] {
  const index = document.nodes.findIndex(({ id }) => id === nodeId);
  const node = document.nodes[index];
  if (node?.kind !== 'bands') return [];
  const name = { en: localize(node.name, 'en'), 'zh-CN': localize(node.name, 'zh-CN') };
  return [
    {
      code,
      severity: 'warning',
      path: ['nodes', index, 'cuts'],
      nodeId,
      message: words(node, name),
      ...(details === undefined ? {} : { details }),
    },
  ];
}

/** Nobody belongs to the population of `nodeId`. */
export function emptyPopulation(document: ModelDocument, nodeId: string): Issue[] {
  return warning(document, nodeId, 'EMPTY_POPULATION', (node, name) => {
    const kept =
      node.cuts.values.length > 0
        ? { en: 'the last ones were kept', 'zh-CN': '沿用上一次的分界点' }
        : { en: 'it gives no value until there are some', 'zh-CN': '在有数据之前该节点不产生结果' };
    return {
      en: `There is no subject to take the cut points of "${name.en}" from; ${kept.en}.`,
      'zh-CN': `没有可用于校准“${name['zh-CN']}”分界点的数据，${kept['zh-CN']}。`,
    };
  });
}

/** Equal cut points leave bands without anybody; says which outputs are never given. None when all are different. */
export function collapsedBands(document: ModelDocument, nodeId: string, cuts: readonly string[]): Issue[] {
  const empty = cuts.flatMap((cut, index) => (index > 0 && cut === cuts[index - 1] ? [index] : []));
  if (empty.length === 0) return [];
  return warning(
    document,
    nodeId,
    'COLLAPSED_BANDS',
    (node, name) => {
      const outputs = empty.map((index) => String(node.outputs[index] ?? index + 1));
      return {
        en: `Many subjects have the same value, so cut points of "${name.en}" are equal (${cuts.join(', ')}) and nobody gets ${outputs.join(', ')}. Use fewer bands or other cut points.`,
        'zh-CN': `较多对象的取值相同，“${name['zh-CN']}”出现了相同的分界点（${cuts.join('、')}），不会有对象得到 ${outputs.join('、')}。请减少分档数量或改用其他分界方式。`,
      };
    },
    { cuts, emptyBands: empty },
  );
}

/** There were too many different values to look at each. */
export function groupedValues(
  document: ModelDocument,
  nodeId: string,
  distinctCount: number,
  classCount: number,
): Issue[] {
  return warning(
    document,
    nodeId,
    'VALUES_GROUPED',
    (_node, name) => ({
      en: `"${name.en}" has ${distinctCount} different values, so its natural breaks were looked for between ${classCount} classes of about equal size.`,
      'zh-CN': `“${name['zh-CN']}”有 ${distinctCount} 个不同取值，自然断点是在 ${classCount} 个数量大致相等的小组之间寻找的。`,
    }),
    { distinctCount, classCount },
  );
}
