import {
  typeOfField,
  type DimensionNode,
  type Field,
  type ModelDocument,
  type ScorecardNode,
} from '@terrace/model';
import {
  identifiersFor,
  scorecardItem,
  type PointsTable,
  type PointsVariable,
} from '@terrace/model/points-table';
import type { DocumentChange, Position } from '../../../store/document-change';
import type { ScorecardItem } from '../../../store/links/scorecard-links';
import { unconnected } from '../../../store/links/unconnected';
import { freeId } from '../../../store/new-node';
import { valueTypeOf } from '../../../store/node-value';
import type { VariableSource } from './variable-source';

/** What a pasted card is put into. */
export interface PasteTarget {
  readonly document: ModelDocument;
  readonly card: ScorecardNode;
  readonly fields: readonly Field[];
  /** Where nodes stand on the canvas, also those the document has no place for. */
  readonly places: Readonly<Record<string, Position>>;
}

/** Room of a dimension on the canvas with what is left free around it. */
const columnWidth = 300;
const rowHeight = 110;

/** A column left of the card for new dimensions, or left of everything where something stands there. */
function placesFor(count: number, { card, places }: PasteTarget): Position[] {
  const own = places[card.id] ?? { x: 0, y: 0 };
  const others = Object.entries(places).filter(([id]) => id !== card.id);
  const top = own.y - Math.max(0, (count - 2) * rowHeight) / 2;
  const isTaken = others.some(
    ([, { x, y }]) =>
      x > own.x - 2 * columnWidth && x < own.x && y > top - rowHeight && y < top + count * rowHeight,
  );
  const x = isTaken
    ? Math.min(own.x, ...others.map(([, each]) => each.x)) - columnWidth
    : own.x - columnWidth;
  return Array.from({ length: count }, (_, index) => ({ x, y: top + index * rowHeight }));
}

function dimensionOver(field: Field, id: string): DimensionNode {
  return {
    kind: 'dimension',
    id,
    name: field.name,
    valueType: typeOfField(field),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    source: { kind: 'field', field: field.id },
    missing: { policy: 'noMatch' },
  };
}

/**
 * Puts a card into a scorecard as one change: its base points and items take the place of those that were there, and fields
 * that are read get dimensions. Points of a card add up as they are, so sets of weights go.
 * @param sources - one per variable
 */
export function pointsTableChange(
  table: PointsTable,
  sources: readonly VariableSource[],
  target: PasteTarget,
): DocumentChange {
  const { card, fields } = target;
  let { document } = target;
  const made: DimensionNode[] = [];
  const ids = identifiersFor(
    table.variables.map(({ name }) => name),
    [],
  );
  const itemFor = (variable: PointsVariable, source: VariableSource): ScorecardItem => {
    const id = ids.get(variable.name) ?? 'item';
    const named = { name: { 'zh-CN': variable.name, en: variable.name } };
    const field = source.kind === 'field' ? fields.find((each) => each.id === source.id) : undefined;
    if (field !== undefined) {
      const dimension = dimensionOver(field, freeId(document, field.id));
      document = { ...document, nodes: [...document.nodes, dimension] };
      made.push(dimension);
      return scorecardItem(variable, id, dimension.id, dimension.valueType);
    }
    const node = source.kind === 'node' ? document.nodes.find((each) => each.id === source.id) : undefined;
    const type = node === undefined ? undefined : valueTypeOf(node);
    if (node === undefined || type === undefined || type === 'list')
      return { ...scorecardItem(variable, id, unconnected, variable.type), ...named };
    return scorecardItem(variable, id, node.id, type);
  };
  const items = table.variables.map((variable, index) =>
    itemFor(variable, sources[index] ?? { kind: 'later' }),
  );
  const { weightSets: _, context: __, ...plain } = card;
  const places = placesFor(made.length, target);
  return {
    type: 'all',
    changes: [
      ...made.map((node, index): DocumentChange => ({
        type: 'add',
        node,
        position: places[index] ?? { x: 0, y: 0 },
      })),
      { type: 'replace', node: { ...plain, base: table.base, items } },
    ],
  };
}
