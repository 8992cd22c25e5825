import type { Axis } from './axis.js';
import type { Box } from './box.js';
import { agree, type Relation } from './relation.js';
import { settleDomains } from './settle-domains.js';

/** Which boxes can have subjects, as far as the relations of their dimensions say. */
export class Feasibility {
  readonly relations: readonly Relation[];
  readonly #axes: readonly Axis[];
  readonly #counts: readonly { readonly width: number; readonly sums: Int32Array }[];

  constructor(axes: readonly Axis[], relations: readonly Relation[]) {
    this.relations = relations;
    this.#axes = axes;
    this.#counts = relations.map((relation) => {
      const { first, second } = relation;
      const a = axes[first]?.atoms ?? [];
      const b = axes[second]?.atoms ?? [];
      const width = b.length + 1;
      const sums = new Int32Array((a.length + 1) * width);
      a.forEach((one, i) => {
        b.forEach((two, j) => {
          const above =
            (sums[i * width + j + 1] ?? 0) + (sums[(i + 1) * width + j] ?? 0) - (sums[i * width + j] ?? 0);
          sums[(i + 1) * width + j + 1] = above + (agree(relation, one, two) ? 1 : 0);
        });
      });
      return { width, sums };
    });
  }

  /** Quick: false where some relation alone rules the whole box out. */
  isPossible(box: Box): boolean {
    return this.relations.every(({ first, second }, index) => {
      const { width = 0, sums = new Int32Array() } = this.#counts[index] ?? {};
      const [a, b] = [box.low[first] ?? 0, (box.high[first] ?? 0) + 1];
      const [c, d] = [box.low[second] ?? 0, (box.high[second] ?? 0) + 1];
      const at = (i: number, j: number): number => sums[i * width + j] ?? 0;
      return at(b, d) - at(a, d) - at(b, c) + at(a, c) > 0;
    });
  }

  /** Whether the relations together leave the box a subject; false is proved. */
  hasSubject(box: Box): boolean {
    return (
      this.relations.length === 0 ||
      (this.isPossible(box) && settleDomains(this.#axes, this.relations, box) !== 'none')
    );
  }
}
