import type { Value } from '../../value-type.js';
import { namedReader, type Read } from '../javascript/input-reader.js';
import { refuseMissing, type ProgramLayout } from '../javascript/program.js';

/** Forms in which most values of an input come, told apart without a call. */
const forms = { other: 0, number: 1, text: 2, boolean: 3 } as const;

function formOf({ name, declaration }: ProgramLayout['inputs'][number]): number {
  if (name.includes('.')) return forms.other;
  switch (declaration.type) {
    case 'number':
    case 'duration':
      return forms.number;
    case 'text':
    case 'enumeration':
      return forms.text;
    case 'boolean':
      return forms.boolean;
    default:
      return forms.other;
  }
}

/** Reads every input of a subject into its slot. One loop for all of them: a closure each would cost a call each. */
export function subjectReader(
  inputs: ProgramLayout['inputs'],
): (values: Readonly<Record<string, unknown>>, slots: Value[]) => void {
  const names = inputs.map((input) => input.name);
  const form = inputs.map(formOf);
  const readers: readonly Read[] = inputs.map(({ name, declaration }) => namedReader(name, declaration));
  const isNullable = inputs.map(({ declaration }) => declaration.nullable);
  return (values, slots) => {
    for (let slot = 0; slot < names.length; slot += 1) {
      const raw = values[names[slot] as string];
      switch (form[slot]) {
        case forms.number:
          // A finite number minus itself is 0; NaN and the infinities give NaN.
          if (typeof raw === 'number' && raw - raw === 0) {
            slots[slot] = raw;
            continue;
          }
          break;
        case forms.text:
          if (typeof raw === 'string' && raw !== '') {
            slots[slot] = raw;
            continue;
          }
          break;
        case forms.boolean:
          if (typeof raw === 'boolean') {
            slots[slot] = raw;
            continue;
          }
          break;
        default:
      }
      const value = readers[slot]?.(values) ?? null;
      if (value === null && isNullable[slot] !== true) refuseMissing(names[slot] as string);
      slots[slot] = value;
    }
  };
}
