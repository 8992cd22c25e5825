import { readerCheck } from '../reader-issues.js';

export const idForm = readerCheck({
  id: 'id-form',
  area: 'manifest',
  severity: 'error',
  title: { en: 'Ids have the form of ids', 'zh-CN': '标识格式正确' },
  what: {
    en: 'Ids in `plugin.json` consist of lower-case letters, digits and `_`, and start with a letter. Ids of templates may also hold `-`.',
    'zh-CN': '`plugin.json` 中的标识由小写字母、数字和 `_` 组成，以字母开头；模板标识还可以包含 `-`。',
  },
  why: {
    en: 'Ids name database columns and stand in web addresses, where other characters would have to be quoted everywhere.',
    'zh-CN': '标识会用作数据库列名，也会出现在网址中，其他字符处处需要转义。',
  },
  fix: {
    en: 'Write the id in lower case with `_` between words; people read the name, not the id.',
    'zh-CN': '请改用小写字母，单词之间用 `_` 连接；界面上显示的是名称，而不是标识。',
  },
  wrong: '"id": "Hotel-Gäste"',
  right: '"id": "hotel_guests"',
});
