/** Collects the values of a statement while its text is written. */
export class SqlParameters {
  readonly #values: string[] = [];

  /** The placeholder of a new parameter. */
  add(value: string): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  /** Takes over a compiled part that was numbered from {@link next}. */
  append(values: readonly string[]): void {
    this.#values.push(...values);
  }

  /** Number of the next parameter. */
  get next(): number {
    return this.#values.length + 1;
  }

  get values(): readonly string[] {
    return this.#values;
  }
}
