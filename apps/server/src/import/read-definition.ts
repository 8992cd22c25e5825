import type { ImportTarget } from '@terrace/client';
import type { CatalogService } from '../catalog/catalog.service.js';
import type { RecordDefinition } from './read/target.js';

/** The record type an import fills. @throws Fault `NOT_FOUND` */
export async function readDefinition(
  catalog: CatalogService,
  { kind, type }: ImportTarget,
): Promise<RecordDefinition> {
  return kind === 'subject'
    ? { kind, type: await catalog.subjectType(type) }
    : { kind, type: await catalog.eventType(type) };
}
