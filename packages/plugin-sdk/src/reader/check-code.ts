import { checkParameter, type Field, type Issue, type RecordTypes } from '@terrace/model';
import type { CodeDeclarations, CodeDimension } from '../code-declarations.js';
import { pluginIssue } from './plugin-issue.js';
import { idsOf, reference, uniqueIds } from './references.js';

type Path = Issue['path'];
type InputFields = CodeDimension['inputs']['fields'];

function checkField(id: string, type: InputFields[string], fields: readonly Field[], path: Path): Issue[] {
  const field = fields.find((each) => each.id === id);
  if (field === undefined) return reference(id, idsOf(fields), ['field', '字段'], path);
  if (field.sensitivity === 'personal')
    return [
      pluginIssue(
        'PERSONAL_FIELD',
        path,
        `The field "${id}" is personal data, and code does not get it. Remove it from the inputs.`,
        `字段“${id}”属于个人信息，代码不能读取。请从输入中移除。`,
      ),
    ];
  if (field.type === type) return [];
  return [
    pluginIssue(
      'WRONG_FIELD_TYPE',
      path,
      `The field "${id}" is declared as ${type}, and it is ${field.type}. Write "${field.type}".`,
      `字段“${id}”声明为 ${type}，实际类型是 ${field.type}。请改为“${field.type}”。`,
    ),
  ];
}

function checkFields(inputs: InputFields, fields: readonly Field[], path: Path): Issue[] {
  return Object.entries(inputs).flatMap(([id, type]) => checkField(id, type, fields, [...path, id]));
}

/** What a dimension reads, against the record types there are. */
function checkInputs({ subjectType, inputs }: CodeDimension, types: RecordTypes, path: Path): Issue[] {
  const subject = types.subjectTypes.find(({ id }) => id === subjectType);
  if (subject === undefined)
    return reference(
      subjectType,
      idsOf(types.subjectTypes),
      ['subject type', '对象类型'],
      [...path, 'subjectType'],
    );
  const events = types.eventTypes.filter((type) => type.subjectType === subjectType);
  return [
    ...checkFields(inputs.fields, subject.fields, [...path, 'inputs', 'fields']),
    ...Object.entries(inputs.events).flatMap(([id, { fields }]) => {
      const place = [...path, 'inputs', 'events', id];
      const event = events.find((type) => type.id === id);
      return event === undefined
        ? reference(id, idsOf(events), ['event type', '事件类型'], place)
        : checkFields(fields, event.fields, [...place, 'fields']);
    }),
  ];
}

function checkOptions({ valueType, domain }: CodeDimension, path: Path): Issue[] {
  if ((valueType === 'enumeration') === (domain?.options !== undefined)) return [];
  return [
    valueType === 'enumeration'
      ? pluginIssue(
          'OPTIONS_NEEDED',
          [...path, 'domain'],
          'An enumeration is one of its options, and this one has none. List them under domain.options.',
          '选项类型需要列出可选项，此处没有。请填写 domain.options。',
        )
      : pluginIssue(
          'DOMAIN_WITHOUT_USE',
          [...path, 'domain', 'options'],
          'Only an enumeration has options. Declare the value as an enumeration, or remove them.',
          '只有选项类型才有可选项。请将值类型声明为 enumeration，或移除可选项。',
        ),
  ];
}

function checkDefaults(
  { parameters }: { readonly parameters: CodeDimension['parameters'] },
  path: Path,
): Issue[] {
  return parameters.flatMap((parameter, index) => {
    const place = [...path, 'parameters', index, 'default'];
    const checked = checkParameter(parameter, parameter.default);
    if (!checked.ok) return [{ ...checked.issue, path: place }];
    // Code gets it as it stands here.
    if (checked.value === parameter.default) return [];
    const [given, wanted] = [JSON.stringify(parameter.default), JSON.stringify(checked.value)];
    return [
      pluginIssue(
        'WRONG_PARAMETER',
        place,
        `The default of "${parameter.id}" is ${given}. Write ${wanted}.`,
        `参数“${parameter.id}”的默认值写成了 ${given}。请改为 ${wanted}。`,
      ),
    ];
  });
}

/**
 * What the declarations of code get wrong: ids used twice, inputs that do not exist, are of another type or are personal
 * data, defaults that their parameters do not allow.
 * @param types - the record types the code may read
 * @returns the faults; a path leads into `code.json`
 * @since 0.1.0
 */
export function checkCodeDeclarations(code: CodeDeclarations, types: RecordTypes): Issue[] {
  const { dimensions, actions } = code;
  return [
    ...uniqueIds(dimensions, ['dimensions']),
    ...uniqueIds(actions, ['actions']),
    ...dimensions.flatMap((dimension, index) => {
      const path = ['dimensions', index];
      return [
        ...checkInputs(dimension, types, path),
        ...checkOptions(dimension, path),
        ...uniqueIds(dimension.parameters, [...path, 'parameters']),
        ...checkDefaults(dimension, path),
      ];
    }),
    ...actions.flatMap((action, index) => {
      const path = ['actions', index];
      return [...uniqueIds(action.parameters, [...path, 'parameters']), ...checkDefaults(action, path)];
    }),
  ];
}
