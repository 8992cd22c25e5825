import type { Field, Issue } from '@terrace/model';
import type { Manifest } from '../manifest.js';
import { pluginIssue } from './plugin-issue.js';

type Path = Issue['path'];

function unknown(path: Path, kind: [en: string, zh: string], id: string, known: readonly string[]): Issue {
  const list = known.length === 0 ? '-' : known.join(', ');
  return pluginIssue(
    'UNKNOWN_REFERENCE',
    path,
    `There is no ${kind[0]} "${id}"; there are: ${list}.`,
    `没有${kind[1]}“${id}”，现有：${list}。`,
  );
}

function repeated(ids: readonly string[], path: Path): Issue[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          pluginIssue(
            'DUPLICATE_ID',
            [...path, index, 'id'],
            `The id "${id}" is used twice.`,
            `标识“${id}”重复。`,
          ),
        ],
  );
}

function unknownFields(names: readonly string[], fields: readonly Field[], path: Path): Issue[] {
  const known = fields.map(({ id }) => id);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => unknown([...path, name], ['field', '字段'], name, known));
}

function checkSample(manifest: Manifest, index: number): Issue[] {
  const { subjectTypes, eventTypes, templates, samples } = manifest.contributes;
  const sample = samples[index];
  if (sample === undefined) return [];
  const path: Path = ['contributes', 'samples', index];
  const issues: Issue[] = [];
  const subjectType = subjectTypes.find(({ id }) => id === sample.subjects.type);
  if (subjectType === undefined)
    issues.push(
      unknown(
        [...path, 'subjects', 'type'],
        ['subject type', '对象类型'],
        sample.subjects.type,
        subjectTypes.map(({ id }) => id),
      ),
    );
  else
    issues.push(
      ...unknownFields(Object.keys(sample.subjects.fields), subjectType.fields, [
        ...path,
        'subjects',
        'fields',
      ]),
    );
  for (const [field, generator] of Object.entries(sample.subjects.fields)) {
    if (generator.kind !== 'summary') continue;
    const place = [...path, 'subjects', 'fields', field];
    const events = sample.events.find(({ type }) => type === generator.event);
    if (events === undefined)
      issues.push(
        unknown(
          [...place, 'event'],
          ['event type in this sample', '示例事件类型'],
          generator.event,
          sample.events.map(({ type }) => type),
        ),
      );
    else if (generator.measure === 'sum' && events.fields[generator.field] === undefined)
      issues.push(
        unknown(
          [...place, 'field'],
          ['generated field', '生成字段'],
          generator.field,
          Object.keys(events.fields),
        ),
      );
  }
  sample.events.forEach((events, position) => {
    const place = [...path, 'events', position];
    const type = eventTypes.find(({ id }) => id === events.type);
    if (type === undefined)
      issues.push(
        unknown(
          [...place, 'type'],
          ['event type', '事件类型'],
          events.type,
          eventTypes.map(({ id }) => id),
        ),
      );
    else issues.push(...unknownFields(Object.keys(events.fields), type.fields, [...place, 'fields']));
  });
  if (sample.template !== undefined && !templates.some(({ id }) => id === sample.template))
    issues.push(
      unknown(
        [...path, 'template'],
        ['template', '模板'],
        sample.template,
        templates.map(({ id }) => id),
      ),
    );
  return issues;
}

/** What a manifest that has the right shape still gets wrong: ids used twice and references that lead nowhere. */
export function checkManifest(manifest: Manifest): Issue[] {
  const { subjectTypes, eventTypes, dimensions, templates, samples } = manifest.contributes;
  const subjectIds = subjectTypes.map(({ id }) => id);
  const at = (...path: Path): Path => ['contributes', ...path];
  return [
    ...repeated(subjectIds, at('subjectTypes')),
    ...repeated(
      eventTypes.map(({ id }) => id),
      at('eventTypes'),
    ),
    ...repeated(
      dimensions.map(({ node }) => node.id),
      at('dimensions'),
    ),
    ...repeated(
      templates.map(({ id }) => id),
      at('templates'),
    ),
    ...repeated(
      samples.map(({ id }) => id),
      at('samples'),
    ),
    ...subjectTypes.flatMap((type, index) => [
      ...repeated(
        type.fields.map(({ id }) => id),
        at('subjectTypes', index, 'fields'),
      ),
      ...(type.labelField === undefined || type.fields.some(({ id }) => id === type.labelField)
        ? []
        : [
            unknown(
              at('subjectTypes', index, 'labelField'),
              ['field', '字段'],
              type.labelField,
              type.fields.map(({ id }) => id),
            ),
          ]),
    ]),
    ...eventTypes.flatMap((type, index) => [
      ...repeated(
        type.fields.map(({ id }) => id),
        at('eventTypes', index, 'fields'),
      ),
      ...(subjectIds.includes(type.subjectType)
        ? []
        : [
            unknown(
              at('eventTypes', index, 'subjectType'),
              ['subject type', '对象类型'],
              type.subjectType,
              subjectIds,
            ),
          ]),
    ]),
    ...dimensions.flatMap(({ subjectType }, index) =>
      subjectIds.includes(subjectType)
        ? []
        : [
            unknown(
              at('dimensions', index, 'subjectType'),
              ['subject type', '对象类型'],
              subjectType,
              subjectIds,
            ),
          ],
    ),
    ...samples.flatMap((_, index) => checkSample(manifest, index)),
  ];
}
