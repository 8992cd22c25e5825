import type { Sample } from '../sample-schema.js';
import { generateSample } from '../sample/generate-sample.js';
import type { SampleRecord } from '../sample/sample-record.js';

/** Records that are generated at most; a larger sample is only looked at for its size. */
const maxRecords = 300_000;

/** A sample as checks look at it: its records are generated once. */
export class SampleUnderCheck {
  readonly sample: Sample;
  #records: readonly SampleRecord[] | Error | undefined;

  constructor(sample: Sample) {
    this.sample = sample;
  }

  /** How many records it asks for. */
  get size(): number {
    return this.sample.events.reduce((sum, { count }) => sum + count, this.sample.subjects.count);
  }

  /** Its records; the fault that kept them from being generated; null for a sample that is too large. */
  get records(): readonly SampleRecord[] | Error | null {
    if (this.size > maxRecords) return null;
    if (this.#records === undefined) {
      try {
        this.#records = [...generateSample(this.sample)];
      } catch (error) {
        this.#records = error instanceof Error ? error : new Error(String(error));
      }
    }
    return this.#records;
  }
}
