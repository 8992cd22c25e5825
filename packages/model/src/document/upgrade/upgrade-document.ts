import { localizedTextSchema } from '../localized-text.js';
import { modelNodeSchema } from '../node.js';

type Json = Record<string, unknown>;

/** One step per old version: from version n to n + 1. Steps are never edited once released. */
const steps: Readonly<Record<number, (document: Json) => Json>> = {
  // Version 2 only adds: hit policies, service levels, lifecycles, further kinds of nodes.
  1: (document) => ({ ...document, schema: 2 }),
};

const knownKinds: ReadonlySet<unknown> = new Set(
  modelNodeSchema.options.map((option) => option.shape.kind.value),
);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node of an unknown kind as a placeholder that keeps it; a placeholder whose kind became known as that node. */
function keepUnknown(node: unknown): unknown {
  if (!isObject(node) || typeof node['kind'] !== 'string') return node;
  if (node['kind'] === 'placeholder') {
    const { original } = node;
    return isObject(original) && knownKinds.has(original['kind']) && original['kind'] !== 'placeholder'
      ? original
      : node;
  }
  if (knownKinds.has(node['kind']) || typeof node['id'] !== 'string') return node;
  const name = localizedTextSchema.safeParse(node['name']);
  return {
    kind: 'placeholder',
    id: node['id'],
    name: name.success ? name.data : { en: node['id'] },
    original: node,
  };
}

/**
 * Brings the JSON of a document to the newest version of the schema and puts nodes of unknown kinds into placeholders. What is no
 * document, or of a version newer than this program, comes back as it was; the schema then says what is wrong.
 * @since 0.1.0
 */
export function upgradeDocument(json: unknown): unknown {
  if (!isObject(json)) return json;
  let document = json;
  for (;;) {
    const step = steps[Number(document['schema'])];
    if (step === undefined) break;
    document = step(document);
  }
  const { nodes } = document;
  return Array.isArray(nodes) ? { ...document, nodes: nodes.map(keepUnknown) } : document;
}
