/** Middle of an odd number of measurements. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export const geometricMean = (numbers) =>
  Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);

/** Nanoseconds that `work` takes. */
async function timed(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start);
}

/** Passes over the rows, or the part of one, that take about `sliceMs`. */
async function sliceFor(loop, rows, sliceMs) {
  let count = 32;
  for (;;) {
    // The quickest of some, for other programs may have had the processor during one.
    let elapsed = Infinity;
    for (let time = 0; time < 3; time += 1) elapsed = Math.min(elapsed, await timed(() => loop(rows, count)));
    if (elapsed > (sliceMs * 1e6) / 2 || count === rows.length) {
      const passes = Math.max(1, Math.round((sliceMs * 1e6) / elapsed));
      return { count, passes: count === rows.length ? passes : 1 };
    }
    count = Math.min(count * 2, rows.length);
  }
}

/**
 * Nanoseconds per row of each of `contenders`: after a warm-up, `rounds` rounds in which each has a slice, in an order that turns; the
 * median counts. Slices are shorter than the time for which a scheduler gives the processor to a program, so that on a busy machine most
 * of them are not interrupted.
 */
export async function nanosecondsPerRow(
  contenders,
  rows,
  { rounds = 101, sliceMs = 1, warmUpMs = 250 } = {},
) {
  const runs = [];
  for (const { loop } of contenders) {
    const warmUp = performance.now() + warmUpMs;
    do await loop(rows, Math.min(rows.length, 512));
    while (performance.now() < warmUp);
    runs.push({ loop, ...(await sliceFor(loop, rows, sliceMs)), times: [] });
  }
  for (let round = 0; round < rounds; round += 1)
    for (let index = 0; index < runs.length; index += 1) {
      const { loop, count, passes, times } = runs[(index + round) % runs.length];
      const elapsed = await timed(async () => {
        for (let pass = 0; pass < passes; pass += 1) await loop(rows, count);
      });
      times.push(elapsed / (count * passes));
    }
  return runs.map(({ times }) => median(times));
}

/** Milliseconds of one call of `work`, the median of `rounds` after as many to warm up. */
export function millisecondsOf(work, rounds = 31) {
  const times = [];
  for (let round = 0; round < 2 * rounds; round += 1) {
    const start = performance.now();
    work(round);
    if (round >= rounds) times.push(performance.now() - start);
  }
  return median(times);
}
