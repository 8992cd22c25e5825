import type { TimeDecayNode } from '@terrace/model';

type Curve = TimeDecayNode['curve'];

/** From this many half-lives on the weight is 0, as the model defines it. */
const lastHalfLife = 20;

/** The weight at an age, before the floor; straight lines between whole half-lives, as the model computes it. */
export function weightAt(curve: Curve, age: number): number {
  if (age <= 0) return curve.shape === 'steps' ? Number(curve.steps[0]?.weight ?? 0) : 1;
  switch (curve.shape) {
    case 'halfLife': {
      const halves = age / Number(curve.halfLife);
      if (!(halves < lastHalfLife)) return 0;
      const whole = Math.floor(halves);
      return 0.5 ** whole * (1 - (halves - whole) / 2);
    }
    case 'linear':
      return Math.max(0, 1 - age / Number(curve.end));
    case 'steps':
      return Number(curve.steps.find(({ until }) => age < Number(until))?.weight ?? 0);
  }
}

/** The age up to which a curve is worth drawing. */
export function drawnUntil(curve: Curve): number {
  switch (curve.shape) {
    case 'halfLife':
      return 4 * Number(curve.halfLife);
    case 'linear':
      return 1.2 * Number(curve.end);
    case 'steps':
      return 1.15 * Math.max(0, ...curve.steps.map(({ until }) => Number(until)));
  }
}

/** The weights along the drawn ages, never below the floor, as points between 0 and 1: age to the right, weight upwards. */
export function curvePoints(
  { curve, floor }: Pick<TimeDecayNode, 'curve' | 'floor'>,
  count = 96,
): [number, number][] {
  const end = drawnUntil(curve);
  const top = Math.max(1, ...Array.from({ length: count + 1 }, (_, i) => weightAt(curve, (end * i) / count)));
  return Array.from({ length: count + 1 }, (_, i) => [
    i / count,
    Math.max(Number(floor), weightAt(curve, (end * i) / count)) / top,
  ]);
}
