import type { Issue } from '@terrace/model';
import type { Manifest } from '../manifest.js';
import type { Sample } from '../sample-schema.js';
import { idsOf, reference } from './references.js';

type Path = Issue['path'];

function checkSubjects(contributes: Manifest['contributes'], sample: Sample, path: Path): Issue[] {
  const { type, fields } = sample.subjects;
  const known = contributes.subjectTypes.find(({ id }) => id === type);
  if (known === undefined)
    return reference(type, idsOf(contributes.subjectTypes), ['subject type', '对象类型'], [...path, 'type']);
  const fieldIds = idsOf(known.fields);
  return Object.entries(fields).flatMap(([field, generator]) => {
    const place = [...path, 'fields', field];
    const issues = reference(field, fieldIds, ['field', '字段'], place);
    if (generator.kind !== 'summary') return issues;
    const events = sample.events.find((candidate) => candidate.type === generator.event);
    if (events === undefined) {
      const types = sample.events.map((candidate) => candidate.type);
      issues.push(
        ...reference(
          generator.event,
          types,
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
  contributes: Manifest['contributes'],
  { type, fields }: Sample['events'][number],
  path: Path,
): Issue[] {
  const known = contributes.eventTypes.find(({ id }) => id === type);
  if (known === undefined)
    return reference(type, idsOf(contributes.eventTypes), ['event type', '事件类型'], [...path, 'type']);
  const fieldIds = idsOf(known.fields);
  return Object.keys(fields).flatMap((field) =>
    reference(field, fieldIds, ['field', '字段'], [...path, 'fields', field]),
  );
}

/** References of a sample that lead nowhere. */
export function checkSample(contributes: Manifest['contributes'], sample: Sample, path: Path): Issue[] {
  return [
    ...checkSubjects(contributes, sample, [...path, 'subjects']),
    ...sample.events.flatMap((events, index) => checkEvents(contributes, events, [...path, 'events', index])),
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
