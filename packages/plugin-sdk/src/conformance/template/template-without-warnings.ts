import type { Check } from '../check.js';
import { eachDocument } from './each-template.js';

/** Warnings that have a check of their own. */
const elsewhere: ReadonlySet<string> = new Set(['UNREACHABLE_TIER']);

export const templateWithoutWarnings: Check = {
  id: 'template-without-warnings',
  area: 'template',
  severity: 'warning',
  title: { en: 'Templates have no warnings', 'zh-CN': '模板没有警告' },
  what: {
    en: 'The check of documents has nothing to remark on a template: nothing that is written without effect, nothing that probably means something else.',
    'zh-CN': '模型检查对模板没有任何警告：没有不起作用的设置，也没有可能写错的地方。',
  },
  why: {
    en: 'Whoever makes a model from the template sees the warnings first, and did not cause them.',
    'zh-CN': '由模板新建模型的人会首先看到这些警告，而问题并非由他们造成。',
  },
  fix: { en: 'Follow the warning.', 'zh-CN': '请按警告修改。' },
  wrong: '"source": { "kind": "aggregate", "event": "visit", "measure": "count", "field": "amount" }',
  right: '"source": { "kind": "aggregate", "event": "visit", "measure": "count" }',
  run: eachDocument((document, each) =>
    each.warnings
      .filter(({ code }) => !elsewhere.has(code))
      .map(({ path, message }) => ({
        file: each.template.file,
        path: each.filePath(document, path),
        message: { en: message.en ?? '', 'zh-CN': message['zh-CN'] ?? '' },
      })),
  ),
};
