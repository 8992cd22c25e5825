import type { EventType, Field, Issue, SubjectType } from '@terrace/model';
import type { RecordKind } from './record-type.entity.js';

type Path = Issue['path'];

const issue = (code: string, path: Path, en: string, zh: string): Issue => ({
  code,
  severity: 'error',
  path,
  message: { en, 'zh-CN': zh },
});

/** What fills a record besides its fields, by these names in the mapping of an import. */
const reserved = { subject: ['key'], event: ['subject', 'time', 'id'] } as const;

/** What the shape of a field alone does not say: its id is free, enumerations have values, limits are for numbers and in order. */
export function checkField(kind: RecordKind, field: Field, path: Path): Issue[] {
  const issues: Issue[] = [];
  if ((reserved[kind] as readonly string[]).includes(field.id)) {
    issues.push(
      issue(
        'FIELD_ID_RESERVED',
        [...path, 'id'],
        `"${field.id}" has a meaning of its own in imports; choose another id.`,
        `“${field.id}”在导入中有专门含义，请换一个标识。`,
      ),
    );
  }
  if (JSON.stringify(field).includes('\\u0000')) issues.push(nulCharacter(path));
  if (field.type === 'enumeration' && (field.values?.length ?? 0) === 0) {
    issues.push(
      issue(
        'ENUMERATION_WITHOUT_VALUES',
        [...path, 'values'],
        `The enumeration "${field.id}" needs at least one allowed value.`,
        `枚举字段“${field.id}”至少需要一个可选值。`,
      ),
    );
  }
  const hasLimit = field.minimum !== undefined || field.maximum !== undefined;
  if (hasLimit && field.type !== 'number') {
    issues.push(
      issue(
        'LIMIT_NOT_ON_NUMBER',
        path,
        `Only a number can have a smallest or largest value; "${field.id}" is ${field.type}.`,
        `只有数值字段可以设置最小值和最大值，“${field.id}”的类型是 ${field.type}。`,
      ),
    );
  }
  if (field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum) {
    issues.push(
      issue(
        'LIMITS_CROSSED',
        [...path, 'minimum'],
        `The smallest value of "${field.id}" is above its largest.`,
        `“${field.id}”的最小值大于最大值。`,
      ),
    );
  }
  return issues;
}

function nulCharacter(path: Path): Issue {
  return issue(
    'NUL_CHARACTER',
    path,
    'A text holds a NUL character; remove it.',
    '文本中含有 NUL 字符，请删除。',
  );
}

/** Every fault of a new record type that its shape allows. */
export function checkDefinition(kind: RecordKind, definition: SubjectType | EventType): Issue[] {
  const ids = definition.fields.map(({ id }) => id);
  const issues = definition.fields.flatMap((field, index) => {
    const path = ['body', 'fields', index];
    const found = checkField(kind, field, path);
    if (ids.indexOf(field.id) !== index) {
      found.push(
        issue(
          'DUPLICATE_FIELD',
          [...path, 'id'],
          `There are two fields "${field.id}".`,
          `字段“${field.id}”重复。`,
        ),
      );
    }
    return found;
  });
  const { fields: _, ...rest } = definition;
  if (JSON.stringify(rest).includes('\\u0000')) issues.push(nulCharacter(['body']));
  if ('labelField' in definition && definition.labelField !== undefined) {
    if (!ids.includes(definition.labelField)) {
      issues.push(
        issue(
          'UNKNOWN_LABEL_FIELD',
          ['body', 'labelField'],
          `The label field "${definition.labelField}" is none of the fields.`,
          `显示字段“${definition.labelField}”不在字段列表中。`,
        ),
      );
    }
  }
  return issues;
}
