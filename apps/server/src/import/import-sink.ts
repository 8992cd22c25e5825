import type { RowSink, SetAside } from './read/read-rows.js';
import type { Stage } from './store/stage.js';

/** Reasons kept per import; rows beyond are counted only. */
export const MAX_BAD_ROWS = 100_000;
/** Rows stored by one statement. */
const BATCH_ROWS = 1000;

/** Stores rows that are set aside. */
export type BadRowStore = (rows: readonly SetAside[]) => Promise<void>;

/** Sends good rows to the stage and bad ones to their table. */
export class ImportSink implements RowSink {
  #pending: SetAside[] = [];
  #kept = 0;
  badCount = 0;

  constructor(
    private readonly stage: Stage,
    private readonly storeBadRows: BadRowStore,
    private readonly clearBadRows: () => Promise<void>,
    private readonly isStopped: () => boolean,
  ) {}

  good(line: number, values: readonly (string | null)[]): void {
    this.stage.add(line, values);
  }

  bad(row: SetAside): void {
    this.badCount += 1;
    if (this.#kept >= MAX_BAD_ROWS) return;
    this.#kept += 1;
    this.#pending.push(row);
  }

  async flush(): Promise<boolean> {
    await this.stage.flush();
    const rows = this.#pending;
    this.#pending = [];
    for (let at = 0; at < rows.length; at += BATCH_ROWS)
      await this.storeBadRows(rows.slice(at, at + BATCH_ROWS));
    return !this.isStopped();
  }

  async restart(): Promise<void> {
    this.#pending = [];
    this.#kept = 0;
    this.badCount = 0;
    await this.clearBadRows();
    await this.stage.restart();
  }
}
