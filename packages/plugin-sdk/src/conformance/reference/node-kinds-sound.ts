import { checkDocument, documentSchemaVersion, type Issue, type ModelNode } from '@terrace/model';
import type { NodeKindContribution } from '../../contribution/node-kind-schema.js';
import type { Check, Found } from '../check.js';
import { readerFindings } from '../reader-issues.js';

/** A model that has nothing but one node of the kind, over dimensions of the types it reads. */
function faultsOf(kind: NodeKindContribution): Issue[] {
  const { id, name, description: _, ...definition } = kind;
  const inputs = definition.inputs.map((input): ModelNode => {
    const options = input.type === 'enumeration' ? { domain: { options: ['a', 'b'] } } : {};
    return {
      kind: 'dimension',
      id: `input_${input.id}`.slice(0, 41),
      name: input.name,
      valueType: input.type,
      ...(input.type === 'duration' ? { unit: 'day' } : {}),
      ...options,
      source: { kind: 'field', field: 'field' },
      missing: { policy: 'noMatch' },
    };
  });
  const node: ModelNode = {
    kind: 'custom',
    id: 'node',
    name,
    origin: `plugin.${id}`,
    version: '1.0.0',
    inputs: Object.fromEntries(definition.inputs.map((input, index) => [input.id, inputs[index]?.id ?? ''])),
    parameters: {},
    definition,
  };
  const issues = checkDocument({
    schema: documentSchemaVersion,
    name,
    subjectType: 'subject',
    nodes: [node, ...inputs, { kind: 'tier', id: 'tier', name, rank: 1 }],
    fallback: 'tier',
    layout: {},
  });
  return issues.filter(({ severity, path }) => severity === 'error' && path[0] === 'nodes' && path[1] === 0);
}

export const nodeKindsSound: Check = {
  id: 'node-kinds-sound',
  area: 'reference',
  severity: 'error',
  isRequired: true,
  title: { en: 'Kinds of nodes compute what they declare', 'zh-CN': '自定义节点类型有效' },
  what: {
    en: 'The expression of every entry of `nodeKinds` reads its declared inputs and parameters alone, and gives a value of the declared type for any input of the declared types.',
    'zh-CN':
      '`nodeKinds` 中每个类型的表达式只读取声明的输入和参数，并且对声明类型的任何输入都能得到声明类型的值。',
  },
  why: {
    en: 'Models carry the definition with them. A fault in it is copied into every model that is made with the kind.',
    'zh-CN': '模型会带走节点的定义，其中的问题也会随之复制到每个模型。',
  },
  fix: {
    en: 'Correct the expression, or the inputs it declares.',
    'zh-CN': '请修改表达式，或修改声明的输入。',
  },
  wrong:
    '"inputs": [{ "id": "stays", "type": "number", … }],\n"expression": { "/": [{ "var": "amount" }, { "var": "stays" }] }',
  right:
    '"inputs": [{ "id": "amount", "type": "number", … }, { "id": "stays", "type": "number", … }],\n"expression": { "if": [{ ">": [{ "var": "stays" }, 0] }, { "/": [{ "var": "amount" }, { "var": "stays" }] }, null] }',
  run(plugin) {
    const kinds = plugin.manifest?.contributes.nodeKinds ?? [];
    const found = readerFindings(plugin, 'node-kinds-sound');
    if (kinds.length === 0) return found.length === 0 ? null : found;
    return [
      ...found,
      ...kinds.flatMap((kind, index) =>
        faultsOf(kind).map(({ path, message }): Found => ({
          file: 'plugin.json',
          path: ['contributes', 'nodeKinds', index, ...path.slice(path[2] === 'definition' ? 3 : 2)],
          message: { en: message.en ?? '', 'zh-CN': message['zh-CN'] ?? '' },
        })),
      ),
    ];
  },
};
