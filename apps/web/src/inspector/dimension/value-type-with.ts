import {
  fitsDeclared,
  typeOfField,
  typeOfMeasure,
  type DimensionNode,
  type DimensionSource,
  type Field,
} from '@terrace/model';

/** What a source reads, without its window and filter, which change no type. */
const readBy = (source: DimensionSource): readonly unknown[] =>
  source.kind === 'aggregate' ? [source.event, source.measure, source.field] : [source];

/**
 * The type a dimension has once its source is `next`. It stays a duration or an enumeration while it reads the same.
 * @param fields - those of the event type or subject type that `next` reads from
 */
export function valueTypeWith(
  node: DimensionNode,
  next: Exclude<DimensionSource, { kind: 'code' }>,
  fields: readonly Field[],
): DimensionNode['valueType'] {
  const field = fields.find(({ id }) => id === next.field);
  const type =
    next.kind === 'daysSince'
      ? 'number'
      : next.kind === 'aggregate'
        ? typeOfMeasure(next.measure, field)
        : field === undefined
          ? 'text'
          : typeOfField(field);
  const readsSame = JSON.stringify(readBy(next)) === JSON.stringify(readBy(node.source));
  return readsSame && fitsDeclared(node.valueType, type) ? node.valueType : type;
}
