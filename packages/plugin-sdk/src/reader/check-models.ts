import {
  checkDocument,
  documentSchemaVersion,
  instantiateTemplate,
  type Issue,
  type KnownCode,
  type ModelDocument,
  type RecordTypes,
} from '@terrace/model';
import type { Manifest, ManifestTemplate } from '../manifest.js';

function errorsBelow(path: Issue['path'], issues: readonly Issue[]): Issue[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** Code of other plugins cannot be looked into here; whether it is there is found out when a model is made. */
function withoutOthers(issues: readonly Issue[], code: KnownCode | undefined): Issue[] {
  return issues.filter(
    (issue) => issue.code !== 'PLUGIN_MISSING' || code?.has(String(issue.details?.['plugin'])),
  );
}

/**
 * The faults of a template's document, with its parameters' defaults filled in.
 * @param code - the plugin's own; undefined where it cannot be read
 */
export function checkTemplate(
  template: ManifestTemplate,
  document: unknown,
  types: RecordTypes,
  code: KnownCode | undefined,
  path: Issue['path'],
): Issue[] {
  const result = instantiateTemplate(document, template.parameters);
  const issues = result.ok ? checkDocument(result.document, types, code) : result.issues;
  return errorsBelow(path, withoutOthers(issues, code));
}

/** The faults of the catalog's dimensions: each is put into a model that has nothing else. */
export function checkDimensions(
  { contributes }: Manifest,
  types: RecordTypes,
  code: KnownCode | undefined,
): Issue[] {
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
    const issues = withoutOthers(checkDocument(document, types, code), code).filter(
      (issue) => issue.path[0] === 'nodes' && issue.path[1] === 0,
    );
    return errorsBelow(
      path,
      issues.map((issue) => ({ ...issue, path: issue.path.slice(2) })),
    );
  });
}
