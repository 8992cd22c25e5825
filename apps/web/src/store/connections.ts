import { documentEdges, type DecisionTableNode, type ModelDocument, type ModelNode } from '@terrace/model';
import type { DocumentChange } from './document-change';
import { linksOf } from './links/links-of';
import type { CategoriesOf } from './links/node-links';
import { unconnected } from './links/unconnected';
import { newRowId } from './new-node';
import { categoriesOf as knownCategories, givesValues } from './node-value';

/** A handle of a decision table: one per row, and one from which a new row is drawn. */
export const rowHandle = (rowId: string): string => `row:${rowId}`;
export const newRowHandle = 'row+';

export interface Ends {
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceHandle?: string | null | undefined;
}

const find = (document: ModelDocument, id: string | null): ModelNode | undefined =>
  document.nodes.find((node) => node.id === id);

const replace = (node: ModelNode | undefined): DocumentChange | undefined =>
  node === undefined ? undefined : { type: 'replace', node };

function leadsTo(document: ModelDocument, from: string, to: string): boolean {
  const edges = documentEdges(document);
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of edges) if (edge.source === id) open.push(edge.target);
  }
  return false;
}

/** The change that a drawn connection makes; nothing when the ends do not fit together. */
export function connect(
  document: ModelDocument,
  ends: Ends,
  categoriesOf: CategoriesOf = knownCategories,
): DocumentChange | undefined {
  const source = find(document, ends.source);
  const target = find(document, ends.target);
  if (source === undefined || target === undefined || source === target) return undefined;
  if (leadsTo(document, target.id, source.id)) return undefined;
  return replace(
    target.kind === 'tier'
      ? withTier(source, target.id, ends.sourceHandle)
      : linksOf(target).link(target, source, categoriesOf),
  );
}

/** The node after a line from it to a tier was drawn. */
function withTier(source: ModelNode, tier: string, handle: string | null | undefined): ModelNode | undefined {
  switch (source.kind) {
    case 'condition':
      return source.tier === tier ? undefined : { ...source, tier };
    case 'decisionTable':
      return rowWithTier(source, tier, handle);
    case 'matrix':
      // The line gives the tier to every cell that has none yet.
      return source.cells.includes(null)
        ? { ...source, cells: source.cells.map((cell) => cell ?? tier) }
        : undefined;
    default:
      return undefined;
  }
}

function rowWithTier(
  table: DecisionTableNode,
  tier: string,
  handle: string | null | undefined,
): DecisionTableNode | undefined {
  if (givesValues(table)) return undefined;
  const row = table.rows.find(({ id }) => rowHandle(id) === handle);
  if (row !== undefined)
    return row.tier === tier
      ? undefined
      : { ...table, rows: table.rows.map((each) => (each === row ? { ...row, tier } : each)) };
  const added = { id: newRowId(table), cells: table.inputs.map(() => null), tier };
  return { ...table, rows: [...table.rows, added] };
}

/** The change that deleting a line makes: the reference it stands for is cleared. Nothing when a rule must be edited by hand. */
export function disconnect(document: ModelDocument, ends: Ends): DocumentChange | undefined {
  const source = find(document, ends.source);
  const target = find(document, ends.target);
  if (source === undefined || target === undefined) return undefined;
  if (source.kind === 'decisionTable' && target.kind === 'tier')
    return replace({
      ...source,
      rows: source.rows.map((row) =>
        rowHandle(row.id) === ends.sourceHandle ? { ...row, tier: unconnected } : row,
      ),
    });
  const [holder, gone] =
    target.kind === 'tier' && (source.kind === 'condition' || source.kind === 'matrix')
      ? [source, target.id]
      : [target, source.id];
  const next = linksOf(holder).unlink(holder, new Set([gone]));
  return next === holder ? undefined : replace(next);
}
