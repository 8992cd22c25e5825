import type { Cell } from '../../cell/cell.js';
import type { ModelDocument } from '../../document/model-document.js';
import { model, numberDimension, table, tier } from '../../testing/documents.js';
import { seededRandom } from '../space/random.js';

/** A table of `rows` random rows over `dimensions` numbers, each row asking about some of them, for measuring. */
export function randomTable(rows: number, dimensions: number, seed: number): ModelDocument {
  const random = seededRandom(seed);
  const ids = Array.from({ length: dimensions }, (_, index) => `d${index}`);
  const cell = (): Cell => {
    if (random() < 0.3) return null;
    const min = Math.floor(random() * 12) * 10;
    return { op: 'range', min, max: min + 10 + Math.floor(random() * 6) * 10, closed: 'left' };
  };
  return model(
    [
      ...ids.map((id) => numberDimension(id, { fallback: 0 })),
      table(
        'rules',
        ids,
        Array.from({ length: rows }, (_, index) => [`t${(index % 6) + 1}`, ...ids.map(cell)] as const),
      ),
      ...Array.from({ length: 7 }, (_, index) => tier(`t${index + 1}`, index + 1)),
    ],
    't7',
  );
}
