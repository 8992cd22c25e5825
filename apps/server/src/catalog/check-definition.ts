import type { EventType, Field, Issue, SubjectType } from '@terrace/model';

type Path = Issue['path'];

const issue = (code: string, path: Path, en: string, zh: string): Issue => ({
  code,
  severity: 'error',
  path,
  message: { en, 'zh-CN': zh },
});

/** What the shape of a field alone does not say: enumerations have values, limits are for numbers and in order. */
export function checkField(field: Field, path: Path): Issue[] {
  const issues: Issue[] = [];
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

/** Every fault of a new record type that its shape allows. */
export function checkDefinition(definition: SubjectType | EventType): Issue[] {
  const ids = definition.fields.map(({ id }) => id);
  const issues = definition.fields.flatMap((field, index) => {
    const path = ['body', 'fields', index];
    const found = checkField(field, path);
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
