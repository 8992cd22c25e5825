import type { Issue, RecordTypes } from '@terrace/model';
import semver from 'semver';
import type { Manifest } from '../manifest.js';
import { checkSample } from './check-sample.js';
import { pluginIssue } from './plugin-issue.js';
import { idsOf, reference, uniqueIds, type Kind } from './references.js';

const subjectTypeKind: Kind = ['subject type', '对象类型'];
const at = (...path: Issue['path']): Issue['path'] => ['contributes', ...path];

/**
 * What a manifest that has the right shape still gets wrong: ids used twice, references that lead nowhere, ranges that are none.
 * @param types - the record types its contributions may name
 */
export function checkManifest(manifest: Manifest, types: RecordTypes): Issue[] {
  const { contributes } = manifest;
  const { subjectTypes, eventTypes, dimensions, nodeKinds, templates, tiers, actions, reports, samples } =
    contributes;
  return [
    ...checkRanges(manifest),
    ...uniqueIds(subjectTypes, at('subjectTypes')),
    ...uniqueIds(eventTypes, at('eventTypes')),
    ...uniqueIds(
      dimensions.map(({ node }) => node),
      at('dimensions'),
    ),
    ...uniqueIds(nodeKinds, at('nodeKinds')),
    ...uniqueIds(templates, at('templates')),
    ...uniqueIds(tiers, at('tiers')),
    ...uniqueIds(actions, at('actions')),
    ...uniqueIds(reports, at('reports')),
    ...uniqueIds(samples, at('samples')),
    ...checkTypes(contributes, types),
    ...checkAddedFields(contributes, types),
    ...reports.flatMap((report, index) => checkReport(report, contributes, at('reports', index))),
    ...samples.flatMap((sample, index) => checkSample(contributes, types, sample, at('samples', index))),
  ];
}

function checkRanges({ host, requires }: Manifest): Issue[] {
  const ranges: [Issue['path'], string][] = [
    [['host'], host],
    ...Object.entries(requires).map(([id, range]): [Issue['path'], string] => [['requires', id], range]),
  ];
  return ranges.flatMap(([path, range]) =>
    semver.validRange(range) === null
      ? [
          pluginIssue(
            'INVALID_RANGE',
            path,
            `"${range}" is no range of versions; write one such as ">=0.1.0 <1.0.0".`,
            `“${range}”不是有效的版本范围，请写成例如“>=0.1.0 <1.0.0”的形式。`,
          ),
        ]
      : [],
  );
}

function checkTypes(
  { subjectTypes, eventTypes, dimensions }: Manifest['contributes'],
  types: RecordTypes,
): Issue[] {
  const subjectIds = idsOf(types.subjectTypes);
  return [
    ...subjectTypes.flatMap(({ fields, labelField }, index) => {
      const path = at('subjectTypes', index);
      return [
        ...uniqueIds(fields, [...path, 'fields']),
        ...(labelField === undefined
          ? []
          : reference(labelField, idsOf(fields), ['field', '字段'], [...path, 'labelField'])),
      ];
    }),
    ...eventTypes.flatMap(({ fields, subjectType }, index) => {
      const path = at('eventTypes', index);
      return [
        ...uniqueIds(fields, [...path, 'fields']),
        ...reference(subjectType, subjectIds, subjectTypeKind, [...path, 'subjectType']),
      ];
    }),
    ...dimensions.flatMap(({ subjectType }, index) =>
      reference(subjectType, subjectIds, subjectTypeKind, at('dimensions', index, 'subjectType')),
    ),
  ];
}

function checkAddedFields({ fields }: Manifest['contributes'], types: RecordTypes): Issue[] {
  const known = idsOf([...types.subjectTypes, ...types.eventTypes]);
  const names = fields.map(({ type, field }) => ({ id: `${type}.${field.id}` }));
  return [
    ...uniqueIds(names, at('fields')),
    ...fields.flatMap(({ type }, index) =>
      reference(type, known, ['record type', '记录类型'], at('fields', index, 'type')),
    ),
  ];
}

function checkReport(
  { templates, measures, expectations }: Manifest['contributes']['reports'][number],
  contributes: Manifest['contributes'],
  path: Issue['path'],
): Issue[] {
  return [
    ...uniqueIds(measures, [...path, 'measures']),
    ...templates.flatMap((template, index) =>
      reference(template, idsOf(contributes.templates), ['template', '模板'], [...path, 'templates', index]),
    ),
    ...expectations.flatMap(({ measure }, index) =>
      reference(measure, idsOf(measures), ['measure', '指标'], [...path, 'expectations', index, 'measure']),
    ),
  ];
}
