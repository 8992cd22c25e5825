import type { BadRow, ReadOptions } from '@terrace/client';
import { readRows, type RowSink, type SetAside } from './read/read-rows.js';
import type { RowPlan } from './read/row-plan.js';
import type { ByteSource, TextFormat } from './read/text-file.js';
import type { Target } from './read/target.js';

type SampleRow = Record<string, string | boolean | null>;

/** What a trial of the first rows gives. */
export interface TrialResult {
  readonly rowCount: number;
  readonly goodCount: number;
  readonly sample: SampleRow[];
  readonly badRows: BadRow[];
  readonly options: ReadOptions;
}

/** Good rows shown. */
const SAMPLE_ROWS = 20;

/** Reads the first `limit` rows just as an import would, and stores nothing. */
export async function tryRows(
  source: ByteSource,
  format: TextFormat & { readonly delimiter: NonNullable<ReadOptions['delimiter']> },
  plan: RowPlan,
  limit: number,
): Promise<TrialResult> {
  const sink = new TrialSink(plan, limit);
  await readRows(source, format, plan, sink);
  return {
    rowCount: sink.rowCount,
    goodCount: sink.rowCount - sink.badRows.length,
    sample: sink.sample,
    badRows: sink.badRows.map(badRowOf),
    options: {
      encoding: format.encoding,
      delimiter: format.delimiter,
      ...partOf(plan, 'dateOrder'),
      ...partOf(plan, 'decimalMark'),
    },
  };
}

/** A part of the format that was needed, when every column that needed it has the same. */
function partOf<P extends 'dateOrder' | 'decimalMark'>(plan: RowPlan, part: P): Pick<ReadOptions, P> {
  const found = new Set(
    plan.columns.map(({ format }) => format[part]).filter((value) => value !== undefined),
  );
  return (found.size === 1 ? { [part]: [...found][0] } : {}) as Pick<ReadOptions, P>;
}

/** A bad row as the contract lists it. */
export function badRowOf({ line, column, value, refusal }: SetAside): BadRow {
  return { line, column, value, code: refusal.code, reason: refusal.reason };
}

class TrialSink implements RowSink {
  rowCount = 0;
  sample: SampleRow[] = [];
  badRows: SetAside[] = [];

  constructor(
    private readonly plan: RowPlan,
    private readonly limit: number,
  ) {}

  good(_line: number, values: readonly (string | null)[]): void {
    if (this.rowCount >= this.limit) return;
    this.rowCount += 1;
    if (this.sample.length >= SAMPLE_ROWS) return;
    this.sample.push(
      Object.fromEntries(
        this.plan.columns.map(({ target }, index) => [target.id, shown(target, values[index] ?? null)]),
      ),
    );
  }

  bad(row: SetAside): void {
    if (this.rowCount >= this.limit) return;
    this.rowCount += 1;
    this.badRows.push(row);
  }

  async flush(): Promise<boolean> {
    return this.rowCount < this.limit;
  }

  async restart(): Promise<void> {
    this.rowCount = 0;
    this.sample = [];
    this.badRows = [];
  }
}

/** Numbers stay decimal text, so that nothing is rounded. */
function shown(target: Target, value: string | null): string | boolean | null {
  const isBoolean = target.kind === 'field' && target.field.type === 'boolean';
  return value !== null && isBoolean ? value === 'true' : value;
}
