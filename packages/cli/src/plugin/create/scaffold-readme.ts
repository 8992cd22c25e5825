import type { PluginNames } from './plugin-names.js';

/** `README.md` of a new plugin, in both languages. */
export function scaffoldReadme({ id, name, packageName }: PluginNames, hasCode: boolean): string {
  const commands = [
    'terrace plugin dev        # try it while you change it 边改边试',
    ...(hasCode ? ['terrace plugin build      # build src/index.ts 构建代码'] : []),
    'terrace plugin check      # conformance checks 规范检查',
    'terrace plugin test       # test cases 测试用例',
    `terrace plugin pack       # ${packageName}-0.1.0.tgz`,
  ];
  const code = hasCode
    ? {
        en: ' and a dimension computed by code (`src/index.ts`)',
        zh: '，以及由代码计算的维度（`src/index.ts`）',
      }
    : { en: '', zh: '' };
  return `# ${name.en}

A Terrace plugin: members and their visits, the model \`${id}/by-visits\` with four tiers (regular, valued,
occasional, inactive), sample data${code.en}. The thresholds are examples; say here where yours come from.

# ${name['zh-CN']}

Terrace 插件：会员与到访数据、分为四层（常客、高消费会员、散客、未到访会员）的模型 \`${id}/by-visits\`、示例数据${code.zh}。
其中的阈值仅为示例，请在此说明实际取值的依据。

\`\`\`sh
${commands.join('\n')}
\`\`\`
`;
}
