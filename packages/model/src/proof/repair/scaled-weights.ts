/** Decimal places in which weights are counted: those given, and at least two. */
function placesOf(weights: readonly string[]): number {
  return Math.max(2, ...weights.map((weight) => weight.split('.')[1]?.length ?? 0));
}

function scaled(weight: string, places: number): bigint {
  const [whole = '0', fraction = ''] = weight.replace('-', '').split('.');
  const units = BigInt(`${whole}${fraction.padEnd(places, '0')}`);
  return weight.startsWith('-') ? -units : units;
}

function decimal(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const text = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return `${sign}${text.slice(0, text.length - places)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The sum of weights as a decimal without zeros at its end. */
export function weightSum(weights: Readonly<Record<string, string>>): string {
  const values = Object.values(weights);
  const places = placesOf(values);
  return decimal(
    values.reduce((sum, weight) => sum + scaled(weight, places), 0n),
    places,
  );
}

/**
 * Weights in the same proportions that sum to 100 exactly: rounded down, and what is left given to those that lost most. Null where
 * they sum to 0 or some are below it.
 */
export function scaledWeights(weights: Readonly<Record<string, string>>): Record<string, string> | null {
  const entries = Object.entries(weights);
  const places = placesOf(entries.map(([, weight]) => weight));
  const units = entries.map(([, weight]) => scaled(weight, places));
  const sum = units.reduce((total, each) => total + each, 0n);
  if (sum <= 0n || units.some((each) => each < 0n)) return null;
  const whole = 100n * 10n ** BigInt(places);
  const shares = units.map((each, index) => ({
    index,
    units: (each * whole) / sum,
    lost: (each * whole) % sum,
  }));
  let left = whole - shares.reduce((total, share) => total + share.units, 0n);
  for (const share of [...shares].sort((a, b) =>
    a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1,
  )) {
    if (left === 0n) break;
    share.units += 1n;
    left -= 1n;
  }
  return Object.fromEntries(entries.map(([id], index) => [id, decimal(shares[index]?.units ?? 0n, places)]));
}
