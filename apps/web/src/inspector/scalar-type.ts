import type { ValueType } from '../store/node-value';

/** What a value is typed in as: durations as numbers, enumerations as texts. */
export type ScalarType = 'number' | 'text' | 'boolean' | 'date' | 'instant';

export function scalarTypeOf(type: ValueType): ScalarType {
  switch (type) {
    case 'duration':
      return 'number';
    case 'enumeration':
    case 'list':
      return 'text';
    default:
      return type;
  }
}
