import type { ModelDocument } from '../../document/model-document.js';
import type { TierNode } from '../../node-kind/tier/tier-node.js';
import { rulesOf, type DocumentRule } from '../../rule/rules-of.js';
import { Compiler } from '../logic/compile.js';
import { Engine, type Verification } from '../logic/engine.js';
import { and, not, or, type Formula } from '../logic/formula.js';
import { simplify, type Work } from '../logic/simplify.js';
import { makeAxes, type Axes } from './make-axes.js';
import type { Axis } from './axis.js';
import type { Box } from './box.js';
import { pickSubject } from './pick-subject.js';
import { seededRandom } from './random.js';
import { Feasibility } from './feasibility.js';
import { makeRelations } from './relation.js';

/** A rule and where it holds. */
export interface ProofRule extends DocumentRule {
  readonly index: number;
  /** Its own condition. */
  readonly when: DocumentRule['when'];
  readonly holds: Formula;
  /** Where it counts: its condition, and none of the rules before it in a node where the first decides. */
  readonly counts: Formula;
  /** Where it gives the tier: it counts, and no rule of a tier that comes before does. */
  readonly decides: Formula;
  readonly rank: number;
  /** Place of its tier in the order of precedence. */
  readonly precedence: number;
}

/** What keeps an analysis from going on for ever; `isSpent` when some part of it was sampled instead. */
export interface Effort {
  readonly work: Work;
  boxes: number;
  samples: number;
  isSampled: boolean;
}

/** Everything that analyses share: axes, rules as formulas, the engine, and how much was done. */
export class ProofSpace {
  readonly document: ModelDocument;
  readonly axes: readonly Axis[];
  readonly made: Axes;
  readonly rules: readonly ProofRule[];
  readonly tiers: ReadonlyMap<string, TierNode>;
  readonly engine: Engine;
  readonly feasibility: Feasibility;
  readonly effort: Effort = { work: { steps: 0 }, boxes: 0, samples: 0, isSampled: false };
  readonly random: () => number;

  constructor(document: ModelDocument, seed: number, generateCode = true) {
    this.document = document;
    this.random = seededRandom(seed);
    const rules = rulesOf(document).filter((rule) => rule.isKeep !== true);
    this.made = makeAxes(
      document,
      rules.map((rule) => rule.when),
    );
    this.axes = this.made.axes;
    this.engine = new Engine(document, this.axes, rules, generateCode);
    this.feasibility = new Feasibility(
      this.axes,
      makeRelations(document, this.axes, this.made.compared.numbers),
    );
    this.tiers = new Map(
      document.nodes.filter((node): node is TierNode => node.kind === 'tier').map((node) => [node.id, node]),
    );
    const compiler = new Compiler(document, this.axes, this.engine, this.effort.work);
    const holds = rules.map((rule) => compiler.verdict(rule.when).yes);
    const precedences = new Map<string, number>();
    for (const { tier } of rules) if (!precedences.has(tier)) precedences.set(tier, precedences.size);
    const ranked = rules.map((rule, index): Omit<ProofRule, 'decides'> => {
      const before =
        rule.choice === 'first'
          ? rules.flatMap((other, place) =>
              other.nodeId === rule.nodeId && other.position < rule.position ? [holds[place] ?? false] : [],
            )
          : [];
      const own = holds[index] ?? false;
      return {
        ...rule,
        index,
        holds: own,
        counts: and([own, not(or(before))]),
        rank: this.tiers.get(rule.tier)?.rank ?? Infinity,
        precedence: precedences.get(rule.tier) ?? 0,
      };
    });
    // Rows of one table of which the first decides never count together.
    this.rules = ranked.map((rule): ProofRule => {
      const better = ranked.filter(
        (other) =>
          other.precedence < rule.precedence && (rule.choice !== 'first' || other.nodeId !== rule.nodeId),
      );
      return { ...rule, decides: and([rule.counts, not(or(better.map((other) => other.counts)))]) };
    });
  }

  /** All values of all dimensions. */
  everything(): Box {
    return {
      low: new Int32Array(this.axes.length),
      high: Int32Array.from(this.axes.map((axis) => axis.atoms.length - 1)),
      values: null,
    };
  }

  /** A subject of the box; null where it has none. That none could be made of a box that may have some is kept in mind. */
  subjectIn(box: Box, isRandom = false): Box | null {
    const subject = pickSubject(this.axes, this.feasibility.relations, box, isRandom ? this.random : null);
    if (subject !== 'open') return subject;
    this.effort.isSampled = true;
    return null;
  }

  /** Whether a formula holds for a subject. */
  holdsFor(formula: Formula, subject: Box): boolean {
    return simplify(formula, subject, this.effort.work) === true;
  }

  verify(subject: Box): Verification {
    return this.engine.verify(subject.values ?? []);
  }

  rankOf(tier: string): number {
    return this.tiers.get(tier)?.rank ?? Infinity;
  }
}
