import { makeIssue } from '../check/make-issue.js';
import type { Issue } from './issue.js';
import { modelDocumentSchema, type ModelDocument } from './model-document.js';
import { describeFault, type SchemaFault } from './schema-fault.js';

/** What {@link parseDocument} gives. @since 0.1.0 */
export type ParsedDocument =
  { readonly ok: true; readonly document: ModelDocument } | { readonly ok: false; readonly issues: Issue[] };

/**
 * Reads a document out of JSON. Says only whether it has the form of a document; `checkDocument` says whether it makes sense.
 * @returns the document with defaults filled in, or issues `INVALID_FORM` with the path of every fault
 * @since 0.1.0
 */
export function parseDocument(json: unknown): ParsedDocument {
  const parsed = modelDocumentSchema.safeParse(json);
  if (parsed.success) return { ok: true, document: parsed.data };
  const issues = parsed.error.issues.map((fault) => {
    const path = fault.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const text = describeFault(fault as SchemaFault);
    const nodeId = nodeIdAt(json, path);
    return makeIssue('INVALID_FORM', path, text.en, text['zh-CN'], nodeId === null ? {} : { nodeId });
  });
  return { ok: false, issues };
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
