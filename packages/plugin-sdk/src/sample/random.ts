/**
 * A stream of pseudo-random numbers in [0, 1): sfc32 by Chris Doty-Humphrey (PractRand), 32-bit integer arithmetic only,
 * so that a seed gives the same numbers on every machine. `stream` and `substream` choose independent sequences of a seed.
 */
export function randomStream(seed: number, stream: number, substream: number): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = substream | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // Its author's number of rounds until seeds that are close give sequences that are not.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** A number from a bell curve of mean 0 and deviation 1: the sum of twelve uniform ones, less 6 (Irwin-Hall). */
export function bell(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random();
  return sum;
}

/**
 * e to the power of `x` from products alone, as (1 + x/1024)^1024. `Math.exp` may differ in the last digit between
 * machines; the 0.2 % this is off at x = 2 does not matter to a sample.
 */
export function exponential(x: number): number {
  let power = 1 + x / 1024;
  for (let i = 0; i < 10; i += 1) power *= power;
  return power;
}
