/** A set of atoms of one axis that answers at once whether a range lies in it, or outside of it. */
export class AtomSet {
  /** Indexes at which membership differs from the atom before. */
  readonly changes: readonly number[];
  readonly #counts: Int32Array;

  constructor(members: readonly boolean[]) {
    const counts = new Int32Array(members.length + 1);
    const changes: number[] = [];
    members.forEach((isMember, index) => {
      counts[index + 1] = (counts[index] ?? 0) + (isMember ? 1 : 0);
      if (index > 0 && isMember !== members[index - 1]) changes.push(index);
    });
    this.#counts = counts;
    this.changes = changes;
  }

  /** 1: all atoms from `low` to `high` are in, 0: none is, -1: some are. */
  decide(low: number, high: number): -1 | 0 | 1 {
    const count = (this.#counts[high + 1] ?? 0) - (this.#counts[low] ?? 0);
    if (count === 0) return 0;
    return count === high - low + 1 ? 1 : -1;
  }

  has(index: number): boolean {
    return this.decide(index, index) === 1;
  }

  get size(): number {
    return this.#counts.at(-1) ?? 0;
  }

  members(): boolean[] {
    return Array.from({ length: this.#counts.length - 1 }, (_, index) => this.has(index));
  }
}
