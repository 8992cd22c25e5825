import type { Typed } from '../operator/operator.js';
import { canBeMissing, type InputDeclaration, type ValueType } from '../value-type.js';

const known = new WeakMap<InputDeclaration, Typed>();

/** The type of an input. An element of a list may always be missing: PostgreSQL's arrays cannot rule it out. */
export function declaredType(declaration: InputDeclaration): Typed {
  const found = known.get(declaration);
  if (found !== undefined) return found;
  const { type, unit, options, element, exact } = declaration;
  const typed: Typed = {
    type,
    nullable: canBeMissing(declaration),
    ...(exact === false && type !== 'list' ? { exact } : {}),
    ...(unit === undefined || type === 'list' ? {} : { unit }),
    ...(options === undefined ? {} : { options }),
    ...(type === 'list'
      ? {
          element: {
            type: element ?? 'text',
            nullable: true,
            ...(exact === false ? { exact } : {}),
            ...(unit === undefined ? {} : { unit }),
          },
        }
      : {}),
  };
  known.set(declaration, typed);
  return typed;
}

/** The declaration of a value of this type, such as a list's element inside `filter`. */
export function declarationFor(typed: Typed): InputDeclaration {
  const { type, nullable, unit, options, exact, element } = typed;
  return {
    type: type === 'names' ? 'boolean' : type === 'null' || type === 'unknown' ? 'text' : (type as ValueType),
    nullable,
    ...(exact === false ? { exact } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(options === undefined ? {} : { options }),
    ...(element === undefined ? {} : { element: element.type as NonNullable<InputDeclaration['element']> }),
  };
}
