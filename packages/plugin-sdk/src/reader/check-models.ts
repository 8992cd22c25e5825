import {
  checkDocument,
  documentSchemaVersion,
  instantiateTemplate,
  type Issue,
  type ModelDocument,
  type RecordTypes,
} from '@terrace/model';
import type { Manifest, ManifestTemplate } from '../manifest.js';

function errorsBelow(path: Issue['path'], issues: readonly Issue[]): Issue[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** The faults of a template's document, with its parameters' defaults filled in. */
export function checkTemplate(
  template: ManifestTemplate,
  document: unknown,
  types: RecordTypes,
  path: Issue['path'],
): Issue[] {
  const result = instantiateTemplate(document, template.parameters);
  return errorsBelow(path, result.ok ? checkDocument(result.document, types) : result.issues);
}

/** The faults of the catalog's dimensions: each is put into a model that has nothing else. */
export function checkDimensions({ contributes }: Manifest, types: RecordTypes): Issue[] {
  return contributes.dimensions.flatMap(({ subjectType, node }, index) => {
    const tier: ModelDocument['nodes'][number] = {
      kind: 'tier',
      id: node.id === 'tier' ? 'other' : 'tier',
      name: { en: 'Tier' },
      rank: 1,
    };
    const document: ModelDocument = {
      schema: documentSchemaVersion,
      name: { en: node.id },
      subjectType,
      nodes: [node, tier],
      fallback: tier.id,
      layout: {},
    };
    const path = ['contributes', 'dimensions', index, 'node'];
    const issues = checkDocument(document, types).filter(
      (issue) => issue.path[0] === 'nodes' && issue.path[1] === 0,
    );
    return errorsBelow(
      path,
      issues.map((issue) => ({ ...issue, path: issue.path.slice(2) })),
    );
  });
}
