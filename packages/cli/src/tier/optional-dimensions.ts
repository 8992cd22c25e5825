import { documentEdges, type JsonLogic, type ModelDocument } from '@terrace/model';

type Node = ModelDocument['nodes'][number];

/** Whether `logic` asks somewhere whether `name` is missing. */
function asksFor(logic: JsonLogic | undefined, name: string): boolean {
  if (logic === undefined || logic === null || typeof logic !== 'object') return false;
  if (Array.isArray(logic)) return logic.some((part: JsonLogic) => asksFor(part, name));
  return Object.entries(logic).some(([operator, operands]: [string, JsonLogic]) =>
    operator === 'missing'
      ? operands === name || (Array.isArray(operands) && operands.includes(name))
      : asksFor(operands, name),
  );
}

/** Whether `node` says itself what follows where the value of `input` is missing. */
function saysWhatFollows(node: Node, input: string): boolean {
  switch (node.kind) {
    case 'bands':
    case 'categoryMap':
      return node.missing !== undefined;
    case 'scorecard':
      return node.items.every((item) => item.input !== input || item.missing !== undefined);
    case 'decisionTable': {
      const columns = node.inputs.flatMap((id, index) => (id === input ? [index] : []));
      return columns.some((column) => node.rows.some(({ cells }) => cells[column]?.op === 'missing'));
    }
    case 'formula':
      return asksFor(node.expression, input);
    case 'condition':
      return asksFor(node.when, input);
    default:
      return false;
  }
}

/**
 * Ids of the dimensions that a file need not have: those with a default, and those of which everything that reads them says what
 * follows where they are missing.
 */
export function optionalDimensions(document: ModelDocument): ReadonlySet<string> {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const readers = documentEdges(document).filter(({ role }) => role === 'value');
  const ids = document.nodes.flatMap((node) => {
    if (node.kind !== 'dimension') return [];
    if (node.missing.policy === 'default') return [node.id];
    const own = readers.filter(({ source }) => source === node.id).map(({ target }) => nodes.get(target));
    const isHandled =
      own.length > 0 && own.every((reader) => reader !== undefined && saysWhatFollows(reader, node.id));
    return isHandled ? [node.id] : [];
  });
  return new Set(ids);
}
