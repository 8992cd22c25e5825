import type { Budget } from './budget.js';
import { readPath } from './read-path.js';

/** An operation over evaluated operands. */
export type Operation = (operands: readonly unknown[], data: unknown, budget: Budget) => unknown;

/** JSON Logic's truth: an empty list is false, everything else as in JavaScript. @see https://jsonlogic.com/truthy.html */
export const truthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

// JavaScript's operators convert whatever they meet; that is what JSON Logic leaves untyped.
type Comparable = number;
const ordered =
  (holds: (a: Comparable, b: Comparable) => boolean): Operation =>
  ([a, b, c]) => {
    const isFirst = holds(a as Comparable, b as Comparable);
    return c === undefined ? isFirst : isFirst && holds(b as Comparable, c as Comparable);
  };
const ofTwo =
  (apply: (a: Comparable, b: Comparable) => unknown): Operation =>
  ([a, b]) =>
    apply(a as Comparable, b as Comparable);

const toFloat = (value: unknown): number => parseFloat(value as string);

function join(operands: readonly unknown[], budget: Budget): string {
  let text = '';
  for (const operand of operands) {
    text += [operand].join('');
    budget.length(text.length);
  }
  return text;
}

function substring(source: unknown, start: unknown, length: unknown): string {
  const rest = String(source).substr(start as number);
  // JavaScript knows no negative length; PHP's meaning is JSON Logic's.
  return (length as number) < 0
    ? rest.substr(0, rest.length + (length as number))
    : String(source).substr(start as number, length as number);
}

function merge(operands: readonly unknown[], budget: Budget): unknown[] {
  const all: unknown[] = [];
  for (const operand of operands) {
    budget.length(all.length + (Array.isArray(operand) ? operand.length : 1));
    if (Array.isArray(operand)) for (const item of operand as unknown[]) all.push(item);
    else all.push(operand);
  }
  return all;
}

/** Names that come from data are looked up as they are; stock `missing` runs what looks like a rule. */
function missing(operands: readonly unknown[], data: unknown): unknown[] {
  const [first] = operands;
  const names: readonly unknown[] = Array.isArray(first) ? first : operands;
  return names.filter((name) => {
    // A name that is itself a list is the operands of `var`: name and default.
    const [key, otherwise] = Array.isArray(name) ? (name as unknown[]) : [name];
    const value = readPath(data, key, otherwise);
    return value === null || value === '';
  });
}

function missingSome([count, names]: readonly unknown[], data: unknown): unknown[] {
  const absent = missing(Array.isArray(names) ? names : [names], data);
  const { length } = names as { readonly length: number };
  return length - absent.length >= (count as number) ? [] : absent;
}

function contains([part, whole]: readonly unknown[]): boolean {
  if (typeof whole === 'string') return whole !== '' && whole.includes(String(part));
  return Array.isArray(whole) && whole.indexOf(part) !== -1;
}

const entries: readonly (readonly [string, Operation])[] = [
  // oxlint-disable-next-line eqeqeq -- JSON Logic's == converts
  ['==', ([a, b]) => a == b],
  ['===', ([a, b]) => a === b],
  // oxlint-disable-next-line eqeqeq -- JSON Logic's != converts
  ['!=', ([a, b]) => a != b],
  ['!==', ([a, b]) => a !== b],
  ['>', ofTwo((a, b) => a > b)],
  ['>=', ofTwo((a, b) => a >= b)],
  ['<', ordered((a, b) => a < b)],
  ['<=', ordered((a, b) => a <= b)],
  ['!!', ([a]) => truthy(a)],
  ['!', ([a]) => !truthy(a)],
  ['%', ofTwo((a, b) => a % b)],
  ['/', ofTwo((a, b) => a / b)],
  ['-', ([a, b]) => (b === undefined ? -(a as number) : (a as number) - (b as number))],
  ['+', (operands) => operands.reduce<number>((sum, each) => sum + toFloat(each), 0)],
  ['*', (operands) => operands.reduce((product, each) => toFloat(product) * toFloat(each))],
  ['min', (operands) => operands.reduce<number>((a, b) => Math.min(a, b as number), Infinity)],
  ['max', (operands) => operands.reduce<number>((a, b) => Math.max(a, b as number), -Infinity)],
  ['in', contains],
  ['cat', (operands, _data, budget) => join(operands, budget)],
  ['substr', ([source, start, length]) => substring(source, start, length)],
  ['merge', (operands, _data, budget) => merge(operands, budget)],
  ['var', ([name, otherwise], data) => readPath(data, name, otherwise)],
  ['missing', missing],
  ['missing_some', missingSome],
  // Stock JSON Logic also prints; evaluation here is pure.
  ['log', ([a]) => a],
];

/** Operations whose operands are evaluated first. Coercions are those of json-logic-js 2.0.5. */
export const operations: ReadonlyMap<string, Operation> = new Map(entries);
