import { makeIssue } from '../check/make-issue.js';
import type { Issue } from './issue.js';
import { documentSchemaVersion, modelDocumentSchema, type ModelDocument } from './model-document.js';
import { ModelError } from './model-error.js';
import { nestingIssue } from './nesting.js';
import { describeFault, type SchemaFault } from './schema-fault.js';

/** What {@link parseDocument} gives. @since 0.1.0 */
export type ParsedDocument =
  { readonly ok: true; readonly document: ModelDocument } | { readonly ok: false; readonly issues: Issue[] };

/**
 * Reads a document out of JSON. Says only whether it has the form of a document; `checkDocument` says whether it makes sense.
 * @returns the document with defaults filled in, or issues `INVALID_FORM` with the path of every fault, `NEWER_DOCUMENT`, or `TOO_DEEP`
 * @since 0.1.0
 */
export function parseDocument(json: unknown): ParsedDocument {
  const newer = newerVersion(json);
  if (newer !== null) return { ok: false, issues: [newerIssue(newer)] };
  const deep = nestingIssue(json);
  if (deep !== null) {
    const nodeId = nodeIdAt(json, deep.path);
    return { ok: false, issues: [nodeId === null ? deep : { ...deep, nodeId }] };
  }
  const parsed = modelDocumentSchema.safeParse(json);
  if (parsed.success) return { ok: true, document: parsed.data };
  const issues = parsed.error.issues.map((fault) => {
    const path = fault.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const text = path.join('.') === 'schema' ? versionText : describeFault(fault as SchemaFault);
    const nodeId = nodeIdAt(json, path);
    return makeIssue('INVALID_FORM', path, text.en, text['zh-CN'], nodeId === null ? {} : { nodeId });
  });
  return { ok: false, issues };
}

const versionText = {
  en: `This program reads documents of versions 1 to ${documentSchemaVersion}. Write the version as a number, for example "schema": ${documentSchemaVersion}.`,
  'zh-CN': `当前程序支持的文档版本为 1 至 ${documentSchemaVersion}，版本应写成数字，例如 "schema": ${documentSchemaVersion}。`,
};

/** The version of a document of a newer program; null for any other JSON. */
function newerVersion(json: unknown): number | null {
  const version = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined;
  return typeof version === 'number' && version > documentSchemaVersion ? version : null;
}

function newerIssue(version: number): Issue {
  return makeIssue(
    'NEWER_DOCUMENT',
    ['schema'],
    `This document is of version ${version}; this program knows versions up to ${documentSchemaVersion}. Update Terrace to open it.`,
    `该文档的版本为 ${version}，当前程序最高支持版本 ${documentSchemaVersion}。请升级 Terrace 后再打开。`,
    { details: { version, supported: documentSchemaVersion } },
  );
}

/** The id of the node a path leads into, so that the canvas can mark it. */
function nodeIdAt(json: unknown, path: readonly (string | number)[]): string | null {
  const [first, index] = path;
  if (first !== 'nodes' || typeof index !== 'number' || typeof json !== 'object' || json === null)
    return null;
  const nodes: unknown = (json as { nodes?: unknown }).nodes;
  const node: unknown = Array.isArray(nodes) ? nodes[index] : undefined;
  if (typeof node !== 'object' || node === null) return null;
  const { id } = node as { id?: unknown };
  return typeof id === 'string' ? id : null;
}

/**
 * Reads a document that was stored, of this version or an older one.
 * @throws ModelError `INVALID_FORM` for what is no document, or one of a newer program
 * @since 0.1.0
 */
export function parseDocumentOrThrow(json: unknown): ModelDocument {
  const parsed = parseDocument(json);
  if (parsed.ok) return parsed.document;
  throw new ModelError('INVALID_FORM', 'the document cannot be read', parsed.issues);
}
