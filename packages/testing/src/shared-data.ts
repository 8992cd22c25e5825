import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository.js';

interface Describe {
  (name: string, body: () => void): void;
  skip(name: string, body: () => void): void;
}

/** Reference data that stand beside the checkout. @since 0.1.0 */
export interface SharedData {
  readonly path: string;
  /** Jest's `describe`; skipped where the data are missing. */
  readonly describe: (name: string, body: () => void) => void;
}

/**
 * Names a file or folder below `../shared/data`. Where it is missing, its tests are skipped with a notice, or fail when
 * `CI` is set.
 * @example
 * const orders = sharedData('retail-rfm-orders/orders.csv');
 * orders.describe('the RFM template', () => it('scores every customer', () => readFileSync(orders.path)));
 * @since 0.1.0
 */
export function sharedData(path: string): SharedData {
  const { describe } = globalThis as unknown as { describe: Describe };
  const full = join(repositoryRoot, '../shared/data', path);
  if (existsSync(full)) return { path: full, describe };
  const missing = `The reference data ../shared/data/${path} are missing.`;
  if (isContinuousIntegration()) throw new Error(missing);
  process.stderr.write(`${missing} Their tests are skipped.\n`);
  return { path: full, describe: describe.skip };
}

function isContinuousIntegration(): boolean {
  const value = process.env['CI'];
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
