import { AtomSet } from '../logic/atom-set.js';
import { and, not, or, type Formula } from '../logic/formula.js';
import { simplify } from '../logic/simplify.js';
import { firstValueAtom, isNumeric, type Axis } from '../space/axis.js';
import { subtract, withRange, type Box } from '../space/box.js';
import { cover } from '../space/cover.js';
import { isHairline } from '../space/number-atoms.js';
import { solve, type FoundBox, type SearchLimits } from '../space/solve.js';
import type { ProofSpace } from '../space/space.js';

/** Boxes without a rule that a proof keeps. */
export const maxBoxes = 20_000;

/** A gap at a value or the hair's breadth between two, and the dimension it is on. */
export interface EdgeGap extends FoundBox {
  readonly axis: Axis;
  readonly atom: number;
}

/** Where no rule holds. */
export interface Gaps {
  readonly regions: readonly FoundBox[];
  readonly edges: readonly EdgeGap[];
  /** Pieces of gaps, and edges, that were found and are in no region. */
  readonly left: { readonly gap: number; readonly missingEdge: number };
}

/** Atoms of every axis at which some rule changes its mind; null for an axis that tests look at together with others. */
function changesOf(formula: Formula, axes: number): (Set<number> | null)[] {
  const changes = Array.from({ length: axes }, (): Set<number> | null => new Set());
  const visit = (each: Formula): void => {
    if (typeof each === 'boolean') return;
    if (each.kind === 'in') for (const change of each.set.changes) changes[each.axis]?.add(change);
    else if (each.kind === 'open') for (const axis of each.test.axes) changes[axis] = null;
    else if (each.kind === 'not') visit(each.operand);
    else if (each.kind === 'choose') [...each.tests, ...each.values, each.otherwise].forEach(visit);
    else each.operands.forEach(visit);
  };
  visit(formula);
  return changes;
}

/** Where, at one atom of an axis, no rule holds though one does right beside it. */
function edgeFormula(space: ProofSpace, axis: Axis, atom: number, covered: Formula): Formula {
  const everything = space.everything();
  const beside = (index: number): Formula => {
    if (index < firstValueAtom(axis) || index >= axis.atoms.length) return false;
    return simplify(covered, withRange(everything, axis.index, index, index), space.effort.work);
  };
  const [below, above] = [beside(atom - 1), beside(atom + 1)];
  const each = axis.atoms[atom];
  // Between two neighbouring numbers one side is enough; a single value is an edge only where both sides are covered.
  const isEdge = each !== undefined && isHairline(each) ? or([below, above]) : and([below, above]);
  const here: Formula = {
    kind: 'in',
    axis: axis.index,
    set: new AtomSet(axis.atoms.map((_, index) => index === atom)),
  };
  return and([here, not(covered), isEdge]);
}

function findEdges(
  space: ProofSpace,
  covered: Formula,
  gaps: readonly Box[],
  limits: SearchLimits,
): { edges: EdgeGap[]; left: number } {
  const everything = space.everything();
  const edges: EdgeGap[] = [];
  let left = 0;
  const changes = changesOf(covered, space.axes.length);
  for (const axis of space.axes) {
    const own = changes[axis.index] ?? null;
    if (axis.step !== null || !isNumeric(axis) || own === null) continue;
    axis.atoms.forEach((atom, index) => {
      if (atom.kind !== 'number' || (atom.low !== atom.high && !isHairline(atom))) return;
      const touches = gaps.some(
        (box) => (box.low[axis.index] ?? 0) <= index && index <= (box.high[axis.index] ?? 0),
      );
      // A single value is left out only where rules end before it and begin after it.
      if (!touches || (atom.low === atom.high && !(own.has(index) && own.has(index + 1)))) return;
      const formula = edgeFormula(space, axis, index, covered);
      if (formula === false) return;
      const search = solve(space, formula, withRange(everything, axis.index, index, index), {
        ...limits,
        steps: limits.steps / 20,
      });
      const found = cover(space, formula, search.boxes, { regions: limits.regions - edges.length });
      edges.push(...found.regions.map((region) => ({ ...region, axis, atom: index })));
      left += found.left;
    });
  }
  return { edges, left };
}

/** All regions in which no rule holds, those at edges apart. */
export function findGaps(space: ProofSpace, limits: SearchLimits): Gaps {
  const covered = or(space.rules.map((rule) => rule.holds));
  const gap = not(covered);
  const search = solve(space, gap, space.everything(), { ...limits, found: maxBoxes });
  if (!search.isComplete) space.effort.isSampled = true;
  const { edges, left } = findEdges(
    space,
    covered,
    search.boxes.map(({ box }) => box),
    limits,
  );
  const holes = edges.filter((edge) => !edge.isSampled).map(({ box }) => box);
  const rest = search.boxes.flatMap((found) => {
    if (found.isSampled) return [found];
    const boxes = holes.reduce((left, hole) => left.flatMap((box) => subtract(box, hole)), [found.box]);
    return boxes.map((box): FoundBox => ({ box, subject: null, isSampled: false }));
  });
  const whole = cover(space, gap, rest, { forbidden: holes, regions: limits.regions });
  return { regions: whole.regions, edges, left: { gap: whole.left, missingEdge: left } };
}
