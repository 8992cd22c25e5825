import type { Field } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { fieldsOf } from './record-types-of.js';

/** What a field is called that says who a person is or how to reach them, by the types of fields that hold it. */
const signs: readonly {
  readonly types: readonly Field['type'][];
  readonly id: RegExp;
  readonly zh: RegExp;
}[] = [
  {
    types: ['text'],
    id: /(^|_)(first|last|full|given|family|contact|patient|student|guest|member|applicant|person|caller|citizen)_name$|(^|_)(phone|mobile|telephone|tel|fax|email|mail|wechat|address|passport|ssn|id_number|id_card|identity_no|licence_plate|license_plate|bank_account|card_number)(_|$)/,
    zh: /姓名|手机|电话|邮箱|电子邮件|微信号|身份证|护照|住址|家庭地址|联系地址|详细地址|车牌|银行卡号/,
  },
  {
    types: ['date', 'text'],
    id: /(^|_)(birthday|birth_date|birthdate|date_of_birth|born_on)(_|$)/,
    zh: /生日|出生日期/,
  },
];

function looksPersonal({ id, name, type }: Field): boolean {
  return signs.some(
    (sign) => sign.types.includes(type) && (sign.id.test(id) || sign.zh.test(name['zh-CN'] ?? '')),
  );
}

export const personalFieldsMarked: Check = {
  id: 'personal-fields-marked',
  area: 'type',
  severity: 'error',
  title: { en: 'Personal data are marked', 'zh-CN': '个人信息已标记' },
  what: {
    en: 'Fields that by id or name hold names of persons, ways to reach them, numbers of documents or days of birth have `"sensitivity": "personal"`.',
    'zh-CN': '从标识或名称看是姓名、联系方式、证件号码、出生日期的字段，设有 `"sensitivity": "personal"`。',
  },
  why: {
    en: 'Only what is marked is kept out of logs, of previews and of what code of plugins reads.',
    'zh-CN': '只有标记过的字段才不会进入日志、预览，也不会被插件代码读取。',
  },
  fix: {
    en: 'Add `"sensitivity": "personal"`. A field that holds something else deserves another name.',
    'zh-CN': '请加上 `"sensitivity": "personal"`；如果字段存的不是个人信息，请换个名称。',
  },
  wrong: '{ "id": "mobile", "name": { "en": "Mobile", "zh-CN": "手机" }, "type": "text" }',
  right:
    '{ "id": "mobile", "name": { "en": "Mobile", "zh-CN": "手机" }, "type": "text", "sensitivity": "personal" }',
  run({ manifest }) {
    if (manifest === null) return null;
    const fields = fieldsOf(manifest);
    if (fields.length === 0) return null;
    return fields.flatMap(({ field, path }): Found[] =>
      field.sensitivity === 'personal' || !looksPersonal(field)
        ? []
        : [
            {
              file: 'plugin.json',
              path,
              message: {
                en: `The field "${field.id}" looks like personal data and is not marked.`,
                'zh-CN': `字段“${field.id}”看起来是个人信息，但没有标记。`,
              },
            },
          ],
    );
  },
};
