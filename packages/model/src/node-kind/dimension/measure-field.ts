import type { InputDeclaration } from '@terrace/expression';
import type { Field } from '../../catalog/record-type.js';
import type { measures } from '../../document/dimension-source.js';
import type { DimensionNode } from './dimension-node.js';

type Measure = (typeof measures)[number];
/** The type of a field's values. */
type FieldType = Exclude<Field['type'], 'enumeration'>;

/** What a measure takes from the field it looks at. */
type Use = 'nothing' | 'numbers' | 'ordered' | 'anything';

const uses: Readonly<Record<Measure, Use>> = {
  count: 'nothing',
  sum: 'numbers',
  average: 'numbers',
  minimum: 'ordered',
  maximum: 'ordered',
  // Any value can be the latest one, and be told from another.
  latest: 'anything',
  distinct: 'anything',
  daysSinceLast: 'nothing',
  daysSinceFirst: 'nothing',
};

/** The type of a field's values; an enumeration's are text. @since 0.1.0 */
export function typeOfField({ type }: Field): FieldType {
  return type === 'enumeration' ? 'text' : type;
}

/** Whether a measure works on a field of the event. @since 0.1.0 */
export function needsField(measure: Measure): boolean {
  return uses[measure] !== 'nothing';
}

/** Whether a measure can work on a field; false for one that looks at none. @since 0.1.0 */
export function fieldFits(measure: Measure, field: Field): boolean {
  const type = typeOfField(field);
  switch (uses[measure]) {
    case 'nothing':
      return false;
    case 'numbers':
      return type === 'number';
    case 'ordered':
      return type !== 'boolean';
    case 'anything':
      return true;
  }
}

/** Whether what a measure gives is one of the field's own values. @since 0.1.0 */
export function givesFieldValue(measure: Measure): boolean {
  return measure === 'minimum' || measure === 'maximum' || measure === 'latest';
}

/**
 * The type of what a measure gives.
 * @param field - the field it works on; while there is none, a measure that gives a value of it is taken to give text
 * @since 0.1.0
 */
export function typeOfMeasure(measure: Measure, field: Field | undefined): FieldType {
  if (!givesFieldValue(measure)) return 'number';
  return field === undefined ? 'text' : typeOfField(field);
}

/**
 * Whether a dimension may be declared as `declared` when its values are of `type`. A number may be declared a duration, a text an
 * enumeration: their values are the same, and more is known of them.
 * @since 0.1.0
 */
export function fitsDeclared(declared: DimensionNode['valueType'], type: InputDeclaration['type']): boolean {
  if (declared === type) return true;
  return (declared === 'duration' && type === 'number') || (declared === 'enumeration' && type === 'text');
}
