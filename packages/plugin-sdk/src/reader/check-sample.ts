import type { Issue, RecordTypes } from '@terrace/model';
import type { Manifest } from '../manifest.js';
import type { FieldGenerator, Sample } from '../sample-schema.js';
import { idsOf, reference } from './references.js';

type Path = Issue['path'];

/** References of a generator that depends on another field. */
function checkGenerator(
  generator: FieldGenerator,
  earlier: readonly string[],
  ofSubject: readonly string[],
  path: Path,
): Issue[] {
  if (generator.kind !== 'by') return [];
  const known = generator.of === 'subject' ? ofSubject : earlier;
  const kind =
    generator.of === 'subject'
      ? (['generated field of the subject', '对象的生成字段'] as const)
      : (['field that is generated before', '在此之前生成的字段'] as const);
  return [
    ...reference(generator.field, known, kind, [...path, 'field']),
    ...Object.entries(generator.cases).flatMap(([value, each]) =>
      checkGenerator(each, earlier, ofSubject, [...path, 'cases', value]),
    ),
    ...checkGenerator(generator.otherwise, earlier, ofSubject, [...path, 'otherwise']),
  ];
}

/** The fields of a sample's subjects that do not look at events. */
function plainFields({ subjects }: Sample): string[] {
  return Object.entries(subjects.fields).flatMap(([field, { kind }]) =>
    kind === 'start' || kind === 'summary' ? [] : [field],
  );
}

function checkSubjects(types: RecordTypes, sample: Sample, path: Path): Issue[] {
  const { type, fields } = sample.subjects;
  const known = types.subjectTypes.find(({ id }) => id === type);
  if (known === undefined)
    return reference(type, idsOf(types.subjectTypes), ['subject type', '对象类型'], [...path, 'type']);
  const fieldIds = idsOf(known.fields);
  return Object.entries(fields).flatMap(([field, generator]) => {
    const place = [...path, 'fields', field];
    const issues = reference(field, fieldIds, ['field', '字段'], place);
    if (generator.kind === 'start') return issues;
    if (generator.kind !== 'summary') {
      const plain = plainFields(sample);
      const earlier = plain.slice(0, plain.indexOf(field));
      return [...issues, ...checkGenerator(generator, earlier, earlier, place)];
    }
    const events = sample.events.find((candidate) => candidate.type === generator.event);
    if (events === undefined) {
      const generated = sample.events.map((candidate) => candidate.type);
      issues.push(
        ...reference(
          generator.event,
          generated,
          ['event type in this sample', '示例事件类型'],
          [...place, 'event'],
        ),
      );
    } else if (generator.measure === 'sum')
      issues.push(
        ...reference(
          generator.field,
          Object.keys(events.fields),
          ['generated field', '生成的字段'],
          [...place, 'field'],
        ),
      );
    return issues;
  });
}

function checkEvents(
  types: RecordTypes,
  sample: Sample,
  { type, fields }: Sample['events'][number],
  path: Path,
): Issue[] {
  const known = types.eventTypes.find(({ id }) => id === type);
  if (known === undefined)
    return reference(type, idsOf(types.eventTypes), ['event type', '事件类型'], [...path, 'type']);
  const fieldIds = idsOf(known.fields);
  return Object.entries(fields).flatMap(([field, generator], index) => {
    const place = [...path, 'fields', field];
    const earlier = Object.keys(fields).slice(0, index);
    return [
      ...reference(field, fieldIds, ['field', '字段'], place),
      ...checkGenerator(generator, earlier, plainFields(sample), place),
    ];
  });
}

/** References of a sample that lead nowhere. */
export function checkSample(
  contributes: Manifest['contributes'],
  types: RecordTypes,
  sample: Sample,
  path: Path,
): Issue[] {
  return [
    ...checkSubjects(types, sample, [...path, 'subjects']),
    ...sample.events.flatMap((events, index) =>
      checkEvents(types, sample, events, [...path, 'events', index]),
    ),
    ...(sample.template === undefined
      ? []
      : reference(
          sample.template,
          idsOf(contributes.templates),
          ['template', '模板'],
          [...path, 'template'],
        )),
  ];
}
