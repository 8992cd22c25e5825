import { hasManifest, longestId, readerCheck } from '../reader-issues.js';

export const idLengths = readerCheck({
  id: 'id-lengths',
  area: 'manifest',
  severity: 'error',
  title: { en: 'Ids fit into column names', 'zh-CN': '标识长度适合作为列名' },
  what: {
    en: `No id in \`plugin.json\` has more than ${longestId} characters.`,
    'zh-CN': `\`plugin.json\` 中的标识均不超过 ${longestId} 个字符。`,
  },
  why: {
    en: 'Tables and columns are named after ids, and PostgreSQL cuts names off after 63 bytes, so that two long ids could become one column.',
    'zh-CN': '表名和列名由标识生成，PostgreSQL 会截断超过 63 字节的名称，两个很长的标识可能变成同一列。',
  },
  fix: {
    en: 'Shorten the id; the name may be as long as it needs to be.',
    'zh-CN': '请缩短标识；名称则可以按需要写完整。',
  },
  wrong: '"id": "average_amount_of_all_stays_in_the_last_twelve_months"',
  right: '"id": "average_amount_12_months"',
  applies: hasManifest,
});
