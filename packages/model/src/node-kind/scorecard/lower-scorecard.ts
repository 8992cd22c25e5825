import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import { fractionOf, multiply, roundedText } from '../../calibration/fraction.js';
import { chainOf, type IntervalEnd } from '../../cell/interval.js';
import { lowerCell } from '../../cell/lower-cell.js';
import { firstWeightSet, pointsOfItem, takesMissing } from './scorecard-parts.js';
import type { ScorecardItem, ScorecardNode } from './scorecard-node.js';

const decimal = (text: string | undefined): ExpressionNode =>
  literal(text === undefined ? null : Number(text));

/** Whether every number a scorecard can add up is whole. */
export function hasWholePoints(node: ScorecardNode): boolean {
  return (
    node.items.every((item) => item.bins !== undefined) &&
    [node.base, ...node.items.flatMap(pointsOfItem)].every((points) => Number.isInteger(Number(points)))
  );
}

/** The item with every number of points times its weight, which saves a multiplication for every subject. */
function weighted(item: ScorecardItem, weight: string): ScorecardItem {
  const times = (points: string): string => roundedText(multiply(fractionOf(points), fractionOf(weight)));
  return {
    ...item,
    bins: item.bins?.map((bin) => ({ ...bin, points: times(bin.points) })),
    otherwise: item.otherwise === undefined ? undefined : times(item.otherwise),
    missing: item.missing === undefined ? undefined : times(item.missing),
  };
}

/** Bins that leave no number out, as "below the first end, below the second, else": one test each, and always points. */
function lowerChain(item: ScorecardItem, ends: readonly IntervalEnd[]): ExpressionNode[] {
  const points = (item.bins ?? []).map((bin) => decimal(bin.points));
  const tests = ends.flatMap(({ value, isClosed }, index) => [
    operation(isClosed ? '<=' : '<', [variable(item.input), literal(value)]),
    points[index] ?? literal(null),
  ]);
  return [...tests, points.at(-1) ?? literal(null)];
}

/** The points of one item; nothing where none are given. */
function lowerPoints(item: ScorecardItem): ExpressionNode {
  const ofMissing = [operation('missing', [literal(item.input)]), decimal(item.missing)];
  if (item.bins === undefined) {
    const own = variable(item.input);
    return item.missing === undefined ? own : operation('if', [...ofMissing, own]);
  }
  const chain = takesMissing(item) ? null : chainOf(item.bins.map(({ cell }) => cell));
  if (chain !== null) return operation('if', [...ofMissing, ...lowerChain(item, chain)]);
  const bins = item.bins.flatMap(({ cell, points }) => [
    lowerCell(cell, item.input) ?? literal(true),
    decimal(points),
  ]);
  const otherwise = decimal(item.otherwise);
  // A bin that takes missing values stands before them in its place; otherwise one test for the whole item comes first.
  return takesMissing(item)
    ? operation('if', [...bins, ...ofMissing, otherwise])
    : operation('if', [...ofMissing, ...bins, otherwise]);
}

/** The weight of an item in percent where the set that counts makes none of them different; else null. */
function constantWeight(node: ScorecardNode, item: ScorecardItem): string | null {
  const [first, ...others] = node.weightSets ?? [];
  const usual = first?.weights[item.id] ?? '0';
  const isSame = others.every((set) => Number(set.weights[item.id] ?? '0') === Number(usual));
  return isSame || node.context === undefined ? usual : null;
}

/** The weight of an item in percent as a choice by the context. */
function lowerWeight(node: ScorecardNode, item: ScorecardItem, context: string): ExpressionNode {
  const [first, ...others] = node.weightSets ?? [];
  const usual = first?.weights[item.id] ?? '0';
  const choices = others.flatMap((set) => {
    const weight = set.weights[item.id] ?? '0';
    return Number(weight) === Number(usual)
      ? []
      : [operation('==', [variable(context), literal(set.id)]), decimal(weight)];
  });
  return operation('if', [...choices, decimal(usual)]);
}

/** Weight × points of one item. */
function lowerWeighted(node: ScorecardNode, item: ScorecardItem): ExpressionNode {
  const weight = constantWeight(node, item);
  if (weight === null)
    return operation('*', [lowerWeight(node, item, node.context ?? ''), lowerPoints(item)]);
  return item.bins === undefined
    ? operation('*', [decimal(weight), lowerPoints(item)])
    : lowerPoints(weighted(item, weight));
}

/** The sum of `parts`; one alone is itself. */
function sumOf(parts: readonly ExpressionNode[]): ExpressionNode {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : operation('+', parts);
}

/**
 * Base plus points, or base plus the sum of weight × points divided once by 100: whole points and weights then add up exactly in
 * every reader, and only the last division rounds.
 */
export function lowerScorecard(node: ScorecardNode): ExpressionNode {
  const base = Number(node.base) === 0 ? [] : [decimal(node.base)];
  if (firstWeightSet(node) === undefined)
    return sumOf([...base, ...node.items.map((item) => lowerPoints(item))]);
  const parts = node.items.map((item) => lowerWeighted(node, item));
  return sumOf([...base, operation('/', [sumOf(parts), literal(100)])]);
}
