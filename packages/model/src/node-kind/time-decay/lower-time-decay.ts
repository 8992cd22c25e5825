import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { TimeDecayNode } from './time-decay-node.js';

/** From this many half-lives on the weight is 0; it was a millionth before. */
export const countedHalfLives = 20;

type Curve = TimeDecayNode['curve'];

/** A product of decimals as the decimal it is, without the noise of doubles. */
const decimal = (value: number): number => Number(value.toPrecision(15));

/** Pairs of test and weight, from the youngest age up, for ages above 0. */
function pieces(curve: Curve, age: ExpressionNode): ExpressionNode[] {
  switch (curve.shape) {
    case 'halfLife': {
      const halfLife = Number(curve.halfLife);
      // Between k and k+1 half-lives the straight line from 2^-k to 2^-(k+1): ((k + 2) · h - age) / (2^(k+1) · h).
      return Array.from({ length: countedHalfLives }, (_, k) => [
        operation('<', [age, literal(decimal(halfLife * (k + 1)))]),
        operation('/', [
          operation('-', [literal(decimal(halfLife * (k + 2))), age]),
          literal(halfLife * 2 ** (k + 1)),
        ]),
      ]).flat();
    }
    case 'linear': {
      const end = literal(Number(curve.end));
      return [operation('<', [age, end]), operation('/', [operation('-', [end, age]), end])];
    }
    case 'steps':
      return curve.steps.flatMap(({ until, weight }) => [
        operation('<', [age, literal(Number(until))]),
        literal(Number(weight)),
      ]);
  }
}

/** The weight as one `if` over the age. */
function lowerWeight(node: TimeDecayNode): ExpressionNode {
  const age = variable(node.age);
  // Steps begin at any age below the first, so a negative age needs no test of its own.
  const young = node.curve.shape === 'steps' ? [] : [operation('<=', [age, literal(0)]), literal(1)];
  const weight = operation('if', [
    operation('missing', [literal(node.age)]),
    literal(null),
    ...young,
    ...pieces(node.curve, age),
    literal(0),
  ]);
  const floor = Number(node.floor);
  return floor > 0 ? operation('max', [literal(floor), weight]) : weight;
}

/** The input times its weight, or the weight alone; nothing where one of them is missing. */
export function lowerTimeDecay(node: TimeDecayNode): ExpressionNode {
  const weight = lowerWeight(node);
  return node.input === undefined ? weight : operation('*', [variable(node.input), weight]);
}
