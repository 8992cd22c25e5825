import { readerCheck } from '../reader-issues.js';

export const dimensionsSound = readerCheck({
  id: 'dimensions-sound',
  area: 'reference',
  severity: 'error',
  title: { en: 'Dimensions of the palette are sound', 'zh-CN': '维度库中的维度有效' },
  what: {
    en: 'Every entry of `dimensions` names fields and events that exist and computes a value of the type it declares.',
    'zh-CN': '`dimensions` 中的每一项都引用存在的字段和事件，计算结果与声明的类型一致。',
  },
  why: {
    en: 'It is dragged into models as it is; with a fault it would spoil each of them.',
    'zh-CN': '维度会原样拖入模型，有问题的维度会影响每一个模型。',
  },
  fix: { en: 'Correct the dimension at the place named.', 'zh-CN': '请在提示的位置修改该维度。' },
  wrong: '"valueType": "text",\n"source": { "kind": "aggregate", "event": "visit", "measure": "count" }',
  right: '"valueType": "number",\n"source": { "kind": "aggregate", "event": "visit", "measure": "count" }',
  applies: ({ manifest }) => (manifest?.contributes.dimensions.length ?? 0) > 0,
});
