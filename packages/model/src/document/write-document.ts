import type { ModelDocument } from './model-document.js';

/**
 * A document as JSON for files and other programs: placeholders become the nodes they keep.
 * @since 0.1.0
 */
export function writeDocument(document: ModelDocument): unknown {
  return {
    ...document,
    nodes: document.nodes.map((node) => (node.kind === 'placeholder' ? node.original : node)),
  };
}
