import type { Issue } from '@terrace/model';
import type { Manifest } from '../manifest.js';
import { checkSample } from './check-sample.js';
import { idsOf, reference, uniqueIds, type Kind } from './references.js';

const subjectTypeKind: Kind = ['subject type', '对象类型'];

/** What a manifest that has the right shape still gets wrong: ids used twice and references that lead nowhere. */
export function checkManifest({ contributes }: Manifest): Issue[] {
  const { subjectTypes, eventTypes, dimensions, templates, samples } = contributes;
  const subjectIds = idsOf(subjectTypes);
  const at = (...path: Issue['path']): Issue['path'] => ['contributes', ...path];
  const dimensionNodes = dimensions.map(({ node }) => node);
  return [
    ...uniqueIds(subjectTypes, at('subjectTypes')),
    ...uniqueIds(eventTypes, at('eventTypes')),
    ...uniqueIds(dimensionNodes, at('dimensions')),
    ...uniqueIds(templates, at('templates')),
    ...uniqueIds(samples, at('samples')),
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
    ...samples.flatMap((sample, index) => checkSample(contributes, sample, at('samples', index))),
  ];
}
