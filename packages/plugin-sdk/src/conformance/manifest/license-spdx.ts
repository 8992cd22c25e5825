import parseSpdx from 'spdx-expression-parse';
import type { Check } from '../check.js';

/** What npm has for packages that nobody may use without a contract. */
const unlicensed = 'UNLICENSED';

function isSpdx(license: string): boolean {
  if (license === unlicensed) return true;
  try {
    parseSpdx(license);
    return true;
  } catch {
    // It throws for whatever is no expression.
    return false;
  }
}

export const licenseSpdx: Check = {
  id: 'license-spdx',
  area: 'manifest',
  severity: 'error',
  title: { en: 'The licence is an SPDX expression', 'zh-CN': '许可证使用 SPDX 表达式' },
  what: {
    en: '`license` is an expression of the SPDX list such as `MIT` or `Apache-2.0 OR MIT`, a `LicenseRef-…` of your own, or `UNLICENSED`.',
    'zh-CN':
      '`license` 为 SPDX 列表中的表达式（如 `MIT`、`Apache-2.0 OR MIT`）、自定义的 `LicenseRef-…`，或 `UNLICENSED`。',
  },
  why: {
    en: 'Whoever installs a plugin has to know what they may do with it, and tools can only read names that are standard.',
    'zh-CN': '安装插件的人需要知道使用条件，而工具只能识别标准名称。',
  },
  fix: {
    en: 'Take the identifier from https://spdx.org/licenses. For a licence of your own write `LicenseRef-` and a name, and add its text to the folder.',
    'zh-CN':
      '请从 https://spdx.org/licenses 选取标识。自有许可请写 `LicenseRef-` 加名称，并在文件夹中附上许可文本。',
  },
  wrong: '"license": "Apache 2"',
  right: '"license": "Apache-2.0"',
  run({ manifest }) {
    if (manifest === null) return null;
    if (isSpdx(manifest.license)) return [];
    return [
      {
        file: 'plugin.json',
        path: ['license'],
        message: {
          en: `"${manifest.license}" is no SPDX expression.`,
          'zh-CN': `“${manifest.license}”不是 SPDX 表达式。`,
        },
      },
    ];
  },
};
