import { canonicalInstantText, isDateText, type InputDeclaration } from '@terrace/expression';

/** Whether a constant can be a value of the type. */
export function valueFits(value: number | string | boolean, type: InputDeclaration['type']): boolean {
  switch (type) {
    case 'number':
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
    case 'enumeration':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return false;
    case 'date':
      return typeof value === 'string' && isDateText(value);
    case 'instant':
      return typeof value === 'string' && canonicalInstantText(value) !== null;
  }
}
