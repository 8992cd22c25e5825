import { countedHalfLives } from './lower-time-decay.js';
import type { TimeDecayNode } from './time-decay-node.js';

/** The weight at an age, for explanations and charts; as the expression computes it, in doubles. @since 0.1.0 */
export function decayWeight(node: Pick<TimeDecayNode, 'curve' | 'floor'>, age: number): number {
  return Math.max(Number(node.floor), curveWeight(node.curve, Math.max(0, age)));
}

function curveWeight(curve: TimeDecayNode['curve'], age: number): number {
  switch (curve.shape) {
    case 'halfLife': {
      const halfLives = age / Number(curve.halfLife);
      const whole = Math.floor(halfLives);
      return whole >= countedHalfLives ? 0 : 2 ** -whole * (1 - (halfLives - whole) / 2);
    }
    case 'linear':
      return Math.max(0, 1 - age / Number(curve.end));
    case 'steps':
      return Number(curve.steps.find(({ until }) => age < Number(until))?.weight ?? 0);
  }
}
