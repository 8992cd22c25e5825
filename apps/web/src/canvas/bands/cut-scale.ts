/** Maps cut points to places on a horizontal scale (0 to 1) and back. */
export interface CutScale {
  place(value: number): number;
  valueAt(place: number): number;
  /** The distance between two values a person can choose by dragging. */
  readonly step: number;
}

/** Below this share of the scale, handles would lie on each other. */
const minGap = 0.06;
/** Part of the scale that is left of the first and right of the last cut point. */
const margin = 0.18;

function linear(first: number, last: number): CutScale {
  const span = last > first ? last - first : Math.max(Math.abs(first), 1);
  const inner = last > first ? 1 - 2 * margin : 1 / 2;
  const origin = last > first ? margin : 0.5;
  return {
    place: (value) => clamp(origin + ((value - first) / span) * inner),
    valueAt: (place) => first + ((place - origin) / inner) * span,
    step: niceStep(span / inner / 150),
  };
}

function logarithmic(first: number, last: number): CutScale {
  const inner = linear(Math.log(first), Math.log(last));
  return {
    place: (value) => (value <= 0 ? 0 : inner.place(Math.log(value))),
    valueAt: (place) => Math.exp(inner.valueAt(place)),
    step: niceStep(first / 50),
  };
}

const clamp = (place: number): number => Math.min(1, Math.max(0, place));

/** The largest of 1, 2, 5 times a power of ten that is not above `size`. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = size / power;
  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/** A linear scale; a logarithmic one where the cut points of positive amounts would crowd together. */
export function cutScale(cuts: readonly number[]): CutScale {
  const sorted = [...cuts].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 1;
  const span = last - first;
  const isCrowded = sorted.some((cut, i) => i > 0 && cut - (sorted[i - 1] ?? cut) < minGap * span);
  return isCrowded && first > 0 && last / first > 4 ? logarithmic(first, last) : linear(first, last);
}

/** `value` on the grid of `step`, kept between its neighbours, as decimal text without binary noise. */
export function decimalOf(value: number, step: number, low: number, high: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const kept = Math.min(high, Math.max(low, Math.round(value / step) * step));
  return kept.toFixed(Math.min(digits, 12)).replace(/^-0(\.0*)?$/, '0');
}
