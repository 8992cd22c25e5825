/** A fault as the schema library reports it; only what is read here. */
export interface SchemaFault {
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly note?: string;
  readonly pattern?: string;
}

interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}

const typeNames: Readonly<Record<string, Text>> = {
  string: { en: 'a text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  int: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': '是或否' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'an object', 'zh-CN': '对象' },
  record: { en: 'an object', 'zh-CN': '对象' },
};

/** Messages of our own schemas, in Chinese. */
const ownMessages: Readonly<Record<string, string>> = {
  'an id has 1 to 41 characters: lower-case letters, digits and _, and starts with a letter':
    '标识由 1 到 41 个字符组成，只能包含小写字母、数字和下划线，并以字母开头',
  'a decimal number such as 12 or 297.4': '应为十进制数，例如 12 或 297.4',
  'at most 15 significant digits': '最多 15 位有效数字',
  'a text in en or zh-CN is needed': '需要填写中文或英文文本',
};

function amountText(fault: SchemaFault, limit: number | bigint, side: 'at least' | 'at most'): Text {
  const chinese = side === 'at least' ? '至少' : '最多';
  if (fault.origin === 'string')
    return { en: `${side} ${limit} characters are needed`, 'zh-CN': `文本${chinese} ${limit} 个字符` };
  if (fault.origin === 'array')
    return { en: `${side} ${limit} entries are needed`, 'zh-CN': `列表${chinese} ${limit} 项` };
  return {
    en: `the number is ${side} ${limit}`,
    'zh-CN': side === 'at least' ? `数值不能小于 ${limit}` : `数值不能大于 ${limit}`,
  };
}

/** Says in both languages what the schema found. */
export function describeFault(fault: SchemaFault): Text {
  switch (fault.code) {
    case 'invalid_type': {
      const name = typeNames[fault.expected ?? ''] ?? {
        en: fault.expected ?? 'another value',
        'zh-CN': fault.expected ?? '其他类型的值',
      };
      const isAbsent = fault.message.endsWith('received undefined');
      return isAbsent
        ? { en: `This is missing; ${name.en} is needed.`, 'zh-CN': `缺少此项，需要${name['zh-CN']}。` }
        : { en: `Here ${name.en} is needed.`, 'zh-CN': `此处需要${name['zh-CN']}。` };
    }
    case 'unrecognized_keys': {
      const keys = (fault.keys ?? []).map((key) => `"${key}"`);
      return {
        en: `${keys.join(', ')} is not known here. Remove it or correct its spelling.`,
        'zh-CN': `无法识别 ${keys.join('、')}，请移除或检查拼写。`,
      };
    }
    case 'invalid_value': {
      const values = (fault.values ?? []).map((value) => JSON.stringify(value));
      return {
        en: `One of these is needed: ${values.join(', ')}.`,
        'zh-CN': `此处应为以下值之一：${values.join('、')}。`,
      };
    }
    case 'invalid_union':
      return {
        en: 'This has none of the forms that are possible here.',
        'zh-CN': '此处的内容不符合任何允许的形式。',
      };
    case 'too_small': {
      const text = amountText(fault, fault.minimum ?? 0, 'at least');
      return { en: sentence(text.en), 'zh-CN': `${text['zh-CN']}。` };
    }
    case 'too_big': {
      const text = amountText(fault, fault.maximum ?? 0, 'at most');
      return { en: sentence(text.en), 'zh-CN': `${text['zh-CN']}。` };
    }
    default: {
      const own = ownMessages[fault.message];
      return {
        en: sentence(fault.message),
        'zh-CN': own === undefined ? `格式不正确（${fault.message}）。` : `${own}。`,
      };
    }
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
