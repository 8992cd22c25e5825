import type { ModelDocument } from '../document/model-document.js';

/** Fields that hold the id of a node, or a list of such ids. */
const references: ReadonlySet<string> = new Set([
  'id',
  'input',
  'inputs',
  'age',
  'context',
  'tier',
  'to',
  'cells',
  'fallback',
  'amount',
  'priority',
  'stages',
]);
/** Operations of JSON Logic that name what they read. */
const readers: ReadonlySet<string> = new Set(['var', 'missing', 'missing_some']);

/** `value` with the ids in `names` exchanged wherever it refers to nodes. */
function renamed(
  value: unknown,
  names: ReadonlyMap<string, string>,
  isReference: boolean,
  depth: number,
): unknown {
  if (typeof value === 'string') return isReference ? (names.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, names, isReference, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, each]) => {
      // A placeholder keeps what nobody here understands; rows and items have ids of their own.
      if (key === 'original') return [key, each];
      // Inside its definition a custom node speaks of its inputs, not of nodes.
      if (key === 'definition' && depth === 2) return [key, each];
      if (key === 'inputs' && depth === 2 && !Array.isArray(each))
        return [key, renamedValues(each as object, names)];
      if (key === 'layout' && depth === 0) return [key, renamedKeys(each as object, names)];
      const isNodeId = key !== 'id' || depth === 2;
      // An operation has one key; a field `missing` stands among others.
      const isName = (references.has(key) && isNodeId) || (readers.has(key) && entries.length === 1);
      return [key, renamed(each, names, isName, depth + 1)];
    }),
  );
}

function renamedValues(inputs: object, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, node]) => [
      id,
      typeof node === 'string' ? (names.get(node) ?? node) : node,
    ]),
  );
}

function renamedKeys(layout: object, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(Object.entries(layout).map(([id, place]) => [names.get(id) ?? id, place]));
}

/** The document with nodes called by their new ids, in all that refers to them. */
export function renameReferences(document: ModelDocument, names: ReadonlyMap<string, string>): ModelDocument {
  return names.size === 0 ? document : (renamed(document, names, false, 0) as ModelDocument);
}
