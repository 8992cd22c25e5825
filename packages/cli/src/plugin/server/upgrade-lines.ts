import type { UpgradePreview } from '@terrace/client';
import { localize, type Language, type LocalizedText } from '@terrace/model';
import { problemLines, signatureWords } from './server-words.js';

const changeWords = {
  added: { en: 'new', 'zh-CN': '新增' },
  changed: { en: 'changed', 'zh-CN': '有变化' },
  kept: { en: 'no longer part of the plugin; kept with its records', 'zh-CN': '新版本不再包含，数据保留' },
  removed: { en: 'no longer there', 'zh-CN': '已移除' },
} as const;

interface Changed {
  readonly id: string;
  readonly name: LocalizedText;
  readonly change: keyof typeof changeWords;
  readonly changes: readonly LocalizedText[];
}

function changedLines(items: readonly Changed[], heading: string, language: Language): string[] {
  if (items.length === 0) return [];
  return [
    heading,
    ...items.flatMap(({ id, name, change, changes }) => [
      language === 'en'
        ? `  ${localize(name, 'en')} (${id}): ${changeWords[change].en}`
        : `  ${localize(name, 'zh-CN')}（${id}）：${changeWords[change]['zh-CN']}`,
      ...changes.map((text) => `    ${localize(text, language)}`),
    ]),
  ];
}

function caseLines({ passed, failed }: UpgradePreview['testCases'], language: Language): string[] {
  const counts =
    language === 'en'
      ? `test cases: ${passed} passed, ${failed.length} failed`
      : `测试用例：${passed} 个通过，${failed.length} 个未通过`;
  return [
    counts,
    ...failed.map(({ template, case: number, note, message }) => {
      const label = note === null ? '' : language === 'en' ? ` (${note})` : `（${note}）`;
      return language === 'en'
        ? `  ${template}, case ${number}${label}: ${localize(message, 'en')}`
        : `  ${template} 用例 ${number}${label}：${localize(message, 'zh-CN')}`;
    }),
  ];
}

/** What an upgrade would do, in lines. */
export function upgradeLines(id: string, preview: UpgradePreview, language: Language): string[] {
  const isEnglish = language === 'en';
  const { from, to, types, templates, models, newPermissions, testCases, issues } = preview;
  const [ownCases = '', ...failures] = caseLines(testCases, language);
  return [
    isEnglish
      ? `${id}: ${from} → ${to} (${signatureWords(preview.signature, 'en')})`
      : `${id}：${from} → ${to}（${signatureWords(preview.signature, 'zh-CN')}）`,
    ...changedLines(types, isEnglish ? 'Record types' : '记录类型', language),
    ...changedLines(templates, isEnglish ? 'Templates' : '模板', language),
    ...(newPermissions.length === 0 ? [] : [isEnglish ? 'New permissions' : '新增权限']),
    ...newPermissions.map((text) => `  ${localize(text, language)}`),
    ...(models.length === 0
      ? []
      : [
          isEnglish
            ? 'Models made from its templates; they stay as they are'
            : '由其模板新建的模型（保持不变）',
        ]),
    ...models.flatMap((model) => [
      `  ${localize(model.name, language)} (${model.template}): ${caseLines(model.testCases, language)[0] ?? ''}`,
      ...model.changes.map((text) => `    ${localize(text, language)}`),
    ]),
    isEnglish ? `The new version’s own ${ownCases}` : `新版本自带的${ownCases}`,
    ...failures,
    ...(issues.length === 0 ? [] : [isEnglish ? 'It cannot be upgraded:' : '无法升级：']),
    ...problemLines(issues, language),
  ];
}
