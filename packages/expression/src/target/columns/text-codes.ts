import type { CodeVector } from '../../operator/column.js';
import type { Value } from '../../value-type.js';

/** A dictionary that grows: gives every value one code. */
export class TextCodes {
  readonly values: Value[] = [];
  readonly #codes = new Map<Value, number>();

  codeOf(value: Value): number {
    if (value === null) return -1;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    this.#codes.set(value, code);
    return code;
  }
}

/** Something found once per entry of a vector's dictionary; `missing` is for what has no entry. */
export class PerCode {
  readonly #vector: CodeVector;
  readonly #find: (value: Value) => number;
  #missing: number | undefined;
  #dictionary: readonly Value[] | null = null;
  #found: number[] = [];

  constructor(vector: CodeVector, find: (value: Value) => number) {
    this.#vector = vector;
    this.#find = find;
  }

  of(code: number): number {
    // Asked only when met: many a closure takes for granted that its operands are there.
    if (code < 0) return (this.#missing ??= this.#find(null));
    const { dictionary } = this.#vector;
    if (dictionary !== this.#dictionary) {
      this.#dictionary = dictionary;
      this.#found = [];
    }
    const found = this.#found[code];
    if (found !== undefined) return found;
    const result = this.#find(dictionary[code] ?? null);
    this.#found[code] = result;
    return result;
  }
}
