import type { Scalar } from '@terrace/expression';
import type { Region, RegionPart } from '../proof.js';

function isIn(part: RegionPart, value: Scalar): boolean {
  if (value === null) return part.missing;
  switch (part.kind) {
    case 'missing':
      return false;
    case 'booleans':
      return part.values.includes(value === true);
    case 'texts':
      return part.others ? !part.except.includes(String(value)) : part.values.includes(String(value));
    case 'interval': {
      const { minimum, maximum } = part;
      const isAbove = minimum === null || (part.minimumIncluded ? value >= minimum : value > minimum);
      const isBelow = maximum === null || (part.maximumIncluded ? value <= maximum : value < maximum);
      return isAbove && isBelow;
    }
  }
}

/** Whether a subject lies in a region, by its data alone. */
export function inRegion(region: Region, values: Readonly<Record<string, Scalar>>): boolean {
  return region.parts.every((part) => isIn(part, values[part.dimension] ?? null));
}
