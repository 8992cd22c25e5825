import { checkAreas, type Check, type CheckArea, type Words } from '../check.js';
import { checks } from '../registry.js';

const areaNames: Readonly<Record<CheckArea, Words>> = {
  manifest: { en: 'Manifest', 'zh-CN': '清单' },
  text: { en: 'Texts', 'zh-CN': '文本' },
  reference: { en: 'Ids and references', 'zh-CN': '标识与引用' },
  type: { en: 'Record types and units', 'zh-CN': '记录类型与单位' },
  template: { en: 'Templates', 'zh-CN': '模板' },
  rule: { en: 'Rules, by proof', 'zh-CN': '规则（证明）' },
  test: { en: 'Test cases', 'zh-CN': '测试用例' },
  sample: { en: 'Sample data', 'zh-CN': '示例数据' },
  preset: { en: 'Actions and reports', 'zh-CN': '动作与报表' },
  code: { en: 'Code', 'zh-CN': '代码' },
  package: { en: 'Package', 'zh-CN': '插件包' },
};

const severityNames: Readonly<Record<Check['severity'], Words>> = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
};

const notice =
  '<!-- Written by `pnpm --filter @terrace/plugin-sdk run check-docs`; change the check instead. -->';

function example(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

/** The page of a check, in English and then in Chinese, as Markdown. @since 0.1.0 */
export function checkPage(check: Check): string {
  const { id, area, severity, title, what, why, fix, wrong, right } = check;
  const [areaName, severityName] = [areaNames[area], severityNames[severity]];
  const [host, zhHost] =
    check.isRequired === true ? [' The server refuses it, too.', '服务器同样会拒绝。'] : ['', ''];
  const parts = [
    `# ${id}`,
    notice,
    `**${title.en}.** ${areaName.en}, ${severityName.en}.${host}`,
    what.en,
    `**Why.** ${why.en}`,
    `**What to do.** ${fix.en}`,
    'Wrong:',
    example(wrong),
    'Right:',
    example(right),
    `## ${title['zh-CN']}`,
    `${areaName['zh-CN']}，${severityName['zh-CN']}。${zhHost}${what['zh-CN']}`,
    `**原因：** ${why['zh-CN']}`,
    `**处理方法：** ${fix['zh-CN']}`,
    '[All checks 全部检查](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The list of all checks by area. */
function indexPage(): string {
  const sections = checkAreas.map((area) => {
    const lines = checks
      .filter((check) => check.area === area)
      .map(
        ({ id, severity, title }) =>
          `- [\`${id}\`](${id}.md) (${severityNames[severity].en} ${severityNames[severity]['zh-CN']}): ${title.en}. ${title['zh-CN']}。`,
      );
    return `## ${areaNames[area].en} ${areaNames[area]['zh-CN']}\n\n${lines.join('\n')}`;
  });
  const parts = [
    '# Checks of plugins 插件检查',
    notice,
    `\`terrace plugin check\` makes these ${checks.length} checks. An error keeps a plugin from passing (exit code 1); a warning is worth a second look. What a plugin has nothing of is skipped.`,
    `\`terrace plugin check\` 执行以下 ${checks.length} 项检查。错误表示不通过（退出码 1），警告值得再看一眼；插件没有相应内容时跳过。`,
    ...sections,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The pages of all checks by file name, `README.md` being their list. @since 0.1.0 */
export function checkPages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ...checks.map((check): [string, string] => [`${check.id}.md`, checkPage(check)]),
  ]);
}
