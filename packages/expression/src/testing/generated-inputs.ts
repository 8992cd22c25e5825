import type { InputDeclarations } from '../value-type.js';

const number = (nullable: boolean) => ({ type: 'number', nullable }) as const;

/** Inputs of the generated rules: of every type, missing and never missing. @since 0.1.0 */
export const generatedInputs: InputDeclarations = Object.freeze({
  // Whole numbers, decimals to compare, decimals and money to calculate with, one that was calculated, one with a default.
  n: number(true),
  m: number(true),
  k: number(false),
  x: number(true),
  y: number(true),
  p: number(true),
  q: number(true),
  z: { type: 'number', nullable: true, unit: 'currency' },
  s: { type: 'number', nullable: true, exact: false },
  o: { type: 'number', nullable: true, default: 5 },
  t: { type: 'text', nullable: true },
  u: { type: 'text', nullable: true },
  w: { type: 'text', nullable: false },
  v: { type: 'text', nullable: true, default: 'A' },
  g: { type: 'enumeration', nullable: true, options: ['new', 'active', 'silent', 'lost'] },
  h: { type: 'enumeration', nullable: false, options: ['new', 'active', 'silent', 'lost'] },
  b: { type: 'boolean', nullable: true },
  c: { type: 'boolean', nullable: true },
  f: { type: 'boolean', nullable: false },
  d: { type: 'date', nullable: true },
  e: { type: 'date', nullable: true },
  i: { type: 'instant', nullable: true },
  j: { type: 'instant', nullable: true },
  // Lists, whose elements may be missing.
  ns: { type: 'list', nullable: true, element: 'number' },
  ks: { type: 'list', nullable: false, element: 'number' },
  ts: { type: 'list', nullable: true, element: 'text' },
  r: { type: 'duration', nullable: true, unit: 'day' },
  l: { type: 'duration', nullable: false, unit: 'day' },
});
