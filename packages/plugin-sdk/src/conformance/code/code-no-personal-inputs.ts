import { hasCode, readerCheck } from '../reader-issues.js';

export const codeNoPersonalInputs = readerCheck({
  id: 'code-no-personal-inputs',
  area: 'code',
  severity: 'error',
  title: { en: 'Code reads no personal data', 'zh-CN': '代码不读取个人信息' },
  what: {
    en: 'No dimension of the code reads a field of sensitivity `personal`.',
    'zh-CN': '代码维度不读取 `personal` 字段。',
  },
  why: {
    en: 'Code of others sees values without a person: neither keys nor names, so that nothing personal can leave.',
    'zh-CN': '第三方代码只能看到与个人无关的取值，既没有主键也没有姓名，个人信息不会外泄。',
  },
  fix: {
    en: 'Compute from fields that are not personal: the age in place of the date of birth.',
    'zh-CN': '请改用非个人字段计算，例如用年龄代替出生日期。',
  },
  wrong: "inputs: { fields: { name: 'text' } }",
  right: "inputs: { fields: { city: 'text' } }",
  applies: hasCode,
});
