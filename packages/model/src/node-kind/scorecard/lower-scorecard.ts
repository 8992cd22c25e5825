import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
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

/** The weight of an item in percent: a number, or a choice by the context where its sets differ. */
function lowerWeight(node: ScorecardNode, item: ScorecardItem): ExpressionNode {
  const [first, ...others] = node.weightSets ?? [];
  const usual = decimal(first?.weights[item.id] ?? '0');
  const { context } = node;
  if (context === undefined) return usual;
  const choices = others.flatMap((set) =>
    Number(set.weights[item.id] ?? '0') === Number(first?.weights[item.id] ?? '0')
      ? []
      : [operation('==', [variable(context), literal(set.id)]), decimal(set.weights[item.id] ?? '0')],
  );
  return choices.length === 0 ? usual : operation('if', [...choices, usual]);
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
  const weighted = node.items.map((item) => operation('*', [lowerWeight(node, item), lowerPoints(item)]));
  return sumOf([...base, operation('/', [sumOf(weighted), literal(100)])]);
}
