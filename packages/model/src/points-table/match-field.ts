import { normalizeHeader } from '../catalog/normalize-header.js';
import type { Field } from '../catalog/record-type.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { typeOfField } from '../node-kind/dimension/measure-field.js';
import type { PointsVariable } from './points-table.js';
import { fitsValueType } from './scorecard-item.js';

/** How well a field goes by a variable's name: the same text, then its id or names, then an alias; 0 for not at all. */
function likeness(name: string, field: Field): number {
  const names = [field.id, field.name.en, field.name['zh-CN']].filter((text) => text !== undefined);
  if (names.includes(name)) return 3;
  const plain = normalizeHeader(name);
  if (plain === '') return 0;
  if (names.some((text) => normalizeHeader(text) === plain)) return 2;
  return field.aliases.some((text) => normalizeHeader(text) === plain) ? 1 : 0;
}

/** Whether every category of the variable is among the values of an enumeration. */
function hasAllCategories({ bins }: PointsVariable, { values = [] }: Field): boolean {
  return bins.every((bin) =>
    bin.values.every((value) => value.kind === 'value' && values.includes(value.text)),
  );
}

/** The value type under which a field can be the input of a variable's item; null when it cannot. */
function valueTypeFor(variable: PointsVariable, field: Field): DimensionNode['valueType'] | null {
  const valueType = typeOfField(field);
  if (!fitsValueType(variable, valueType)) return null;
  return field.type !== 'enumeration' || hasAllCategories(variable, field) ? valueType : null;
}

/** A field that a variable of the card is about. @since 0.1.0 */
export interface MatchedField {
  readonly field: Field;
  /** The type of a dimension over it; null when the bins do not fit its values. */
  readonly valueType: DimensionNode['valueType'] | null;
}

/**
 * The field that goes by the name of `variable`: by its id, its name or an alias, compared without case, width, spaces and punctuation;
 * the same text first. Of several, one whose values fit the bins.
 * @returns null when none does
 * @since 0.1.0
 */
export function matchField(variable: PointsVariable, fields: readonly Field[]): MatchedField | null {
  const [best] = fields
    .map((field) => ({
      field,
      like: likeness(variable.name, field),
      valueType: valueTypeFor(variable, field),
    }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => Number(b.valueType !== null) - Number(a.valueType !== null) || b.like - a.like);
  return best === undefined ? null : { field: best.field, valueType: best.valueType };
}
