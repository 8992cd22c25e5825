import type { Scalar } from '@terrace/expression';
import { isCounted } from '../document/is-counted.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { Sensitivity } from './sensitivity.js';

/** The values a number, date or instant can take, numbered by whole numbers in their order. */
export interface Axis {
  /** Smallest and largest number of a value. */
  readonly first: number;
  readonly last: number;
  valueAt(index: number): Scalar;
  /** Number of the largest value that is not above `value`; the nearest end for what lies further out than can be counted. */
  floor(value: number | string): number;
  /** Whether `value` is one of the values exactly. */
  isExact(value: number | string): boolean;
  /** How far apart two neighbouring values are, in units of cost: of the dimension's unit, for dates and instants days. */
  readonly step: number;
}

/** Units of which there are only whole ones. */
const wholeUnits: ReadonlySet<string> = new Set([
  'day',
  'time',
  'piece',
  'person',
  'month',
  'year',
  'hour',
  'minute',
]);
/** Doubles hold every whole number up to here, so that the arithmetic of indexes is exact. */
const farthest = 2 ** 50;
const dayMs = 86_400_000;

function decimalsOf(value: number | string): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}

/** The smallest change of a number that makes sense: as declared, else by its unit, else as fine as the constants it is compared with. */
export function stepOf(node: DimensionNode, { constants, isComputed }: Sensitivity): number {
  const declared = node.domain?.step;
  if (declared !== undefined && Number(declared) > 0) return Number(declared);
  if (isCounted(node.source) || (node.unit !== undefined && wholeUnits.has(node.unit))) return 1;
  if (node.unit === 'currency') return 0.01;
  const numbers = [...constants].filter((value) => typeof value === 'number');
  const decimals = Math.max(isComputed ? 2 : 0, ...numbers.map(decimalsOf));
  return Number(`1e-${Math.min(decimals, 9)}`);
}

/** Whole numbers of `step` up to `size` are more than can be counted exactly; the least power of ten of it with which they are not. */
function coarse(step: number, size: number): number {
  const excess = Math.ceil(Math.log10(size / step / farthest));
  return excess > 0 && Number.isFinite(excess) ? Number((step * 10 ** excess).toPrecision(15)) : step;
}

/** How far from 0 the axis must count: to every constant, and where the model computes also to the value of now. */
function sizeOf({ constants, isComputed }: Sensitivity, value: Scalar): number {
  const numbers = [...constants, ...(isComputed ? [Number(value)] : [])];
  const sizes = numbers.map((each) => (typeof each === 'number' ? Math.abs(each) : 0));
  return sizes.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
}

function numberAxis(node: DimensionNode, sensitivity: Sensitivity, value: Scalar): Axis {
  const step = coarse(stepOf(node, sensitivity), sizeOf(sensitivity, value));
  const decimals = decimalsOf(step);
  // Written in decimal, so that 3 steps of 0.1 are 0.3.
  const valueAt = (index: number): number => Number((index * step).toFixed(Math.min(decimals, 100)));
  const floor = (given: number | string): number => {
    const number = Number(given);
    const index = Math.floor(number / step);
    // Beyond, neighbouring indexes are one double: the end of the axis stands for all that lies there.
    if (Math.abs(index) >= farthest) return Math.sign(index) * farthest;
    // Division is off by less than a step.
    if (valueAt(index) > number) return index - 1;
    return valueAt(index + 1) <= number ? index + 1 : index;
  };
  const { minimum = isCounted(node.source) ? '0' : undefined, maximum } = node.domain ?? {};
  const low = minimum === undefined ? -farthest : floor(minimum);
  return {
    first: minimum !== undefined && valueAt(low) < Number(minimum) ? low + 1 : low,
    last: maximum === undefined ? farthest : floor(maximum),
    valueAt,
    floor,
    isExact: (given) => valueAt(floor(given)) === Number(given),
    step,
  };
}

const dayOf = (value: number | string): number => Math.floor(Date.parse(String(value).slice(0, 10)) / dayMs);

/** Years 1 to 9999, which both date texts and PostgreSQL can write. */
const dates: Axis = {
  first: -719_162,
  last: 2_932_896,
  valueAt: (index) => new Date(index * dayMs).toISOString().slice(0, 10),
  floor: dayOf,
  isExact: () => true,
  step: 1,
};

const instants: Axis = {
  first: dates.first * dayMs,
  last: dates.last * dayMs,
  valueAt: (index) => new Date(index).toISOString(),
  floor: (value) => Date.parse(String(value)),
  isExact: () => true,
  step: 1 / dayMs,
};

/**
 * The values of a dimension in their order; null where they have none: texts, enumerations, booleans.
 * @param value - what it is now
 */
export function axisOf(node: DimensionNode, sensitivity: Sensitivity, value: Scalar): Axis | null {
  switch (node.valueType) {
    case 'number':
    case 'duration':
      return numberAxis(node, sensitivity, value);
    case 'date':
      return dates;
    case 'instant':
      return instants;
    default:
      return null;
  }
}

/** The values without an order that a change can lead to: those declared, else those the model asks for. */
export function optionsOf(node: DimensionNode, { constants }: Sensitivity): readonly Scalar[] {
  if (node.valueType === 'boolean') return [true, false];
  const texts = [...constants].filter((value): value is string => typeof value === 'string' && value !== '');
  return node.domain?.options ?? texts;
}
