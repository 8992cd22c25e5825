import { readerCheck } from '../reader-issues.js';

export const manifestSchemaHolds = readerCheck({
  id: 'manifest-schema',
  area: 'manifest',
  severity: 'error',
  title: { en: 'plugin.json has the right shape', 'zh-CN': 'plugin.json 结构正确' },
  what: {
    en: 'Every key of `plugin.json` is one the schema knows, with a value of the right type, and none that is needed is absent.',
    'zh-CN': '`plugin.json` 的键都在架构定义之内，取值类型正确，必填项齐全。',
  },
  why: {
    en: 'A misspelled key would otherwise be ignored, and what it was to bring would silently be absent.',
    'zh-CN': '否则拼错的键会被忽略，它要提供的内容也就悄悄缺失了。',
  },
  fix: {
    en: 'Compare with `plugin.schema.json`; an editor that knows `"$schema"` marks the place and offers the right keys.',
    'zh-CN': '请对照 `plugin.schema.json` 修改；设置 `"$schema"` 后，编辑器会标出问题位置并提示可用的键。',
  },
  wrong: '{ "id": "hotel", "licence": "MIT" }',
  right: '{ "id": "hotel", "license": "MIT" }',
});
