import { parseDocumentOrThrow, writeDocument, type ModelDocument } from '@terrace/model';
import type { ValueTransformer } from 'typeorm';

/** A document out of the database, brought up to date: it may have been stored by an older version. @throws ModelError */
export function readStored(json: unknown): ModelDocument {
  return parseDocumentOrThrow(json);
}

/** The text a document is stored as: nodes of unknown kinds as they came. */
export function storedText(document: ModelDocument): string {
  return JSON.stringify(writeDocument(document));
}

/** For columns of entities that hold a document, or nothing. */
export const storedDocument: ValueTransformer = {
  from: (json: unknown) => (json === null || json === undefined ? json : readStored(json)),
  to: (document: ModelDocument | null | undefined) =>
    document === null || document === undefined ? document : writeDocument(document),
};
