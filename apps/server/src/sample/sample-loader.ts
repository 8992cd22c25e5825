import { Inject, Injectable } from '@nestjs/common';
import { generateSample, type Sample, type SampleRecord } from '@terrace/plugin-sdk';
import type { Pool } from 'pg';
import { CatalogService } from '../catalog/catalog.service.js';
import { POOL } from '../database/pool.js';
import { cellReader, type CellReader } from '../import/read/cell-reader.js';
import { Refusal } from '../import/read/refusal.js';
import { targetsOf, type RecordDefinition, type Target } from '../import/read/target.js';
import { Stage } from '../import/store/stage.js';
import { storeRecords } from '../import/store/store-records.js';
import { WorkspaceService } from '../workspace/workspace.service.js';

/** Records between two looks at progress and the wish to stop. */
const STRIDE = 2000;

interface OpenStage {
  readonly stage: Stage;
  readonly readers: readonly { readonly target: Target; readonly read: CellReader }[];
}

/** Generates a sample's records and stores them in the way of an import, type by type. */
@Injectable()
export class SampleLoader {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly catalog: CatalogService,
    private readonly workspace: WorkspaceService,
  ) {}

  /** @param note - told how much is done, 0 to 1 */
  async load(sample: Sample, signal: AbortSignal, note: (progress: number) => Promise<void>): Promise<void> {
    const total = sample.subjects.count + sample.events.reduce((sum, { count }) => sum + count, 0);
    let done = 0;
    let current: { readonly name: string; readonly open: OpenStage } | undefined;
    try {
      for (const record of generateSample(sample)) {
        const name = `${record.kind} ${record.type}`;
        if (current?.name !== name) {
          if (current !== undefined) await store(current.open.stage);
          current = { name, open: await this.#open(record, sample) };
        }
        add(current.open, record, done);
        done += 1;
        if (done % STRIDE === 0) {
          signal.throwIfAborted();
          await current.open.stage.flush();
          await note(done / total);
        }
      }
      if (current !== undefined) await store(current.open.stage);
    } finally {
      current?.open.stage.close();
    }
  }

  async #open({ kind, type }: SampleRecord, sample: Sample): Promise<OpenStage> {
    const definition: RecordDefinition =
      kind === 'subject'
        ? { kind, type: await this.catalog.subjectType(type) }
        : { kind, type: await this.catalog.eventType(type) };
    const events = sample.events.find((candidate) => kind === 'event' && candidate.type === type);
    const fields = new Set(Object.keys(events?.fields ?? sample.subjects.fields));
    const targets = targetsOf(definition).filter((target) => {
      if (target.kind === 'field') return fields.has(target.id);
      return target.isRequired || events?.key !== undefined;
    });
    const { timeZone } = await this.workspace.get();
    const format = { dateOrder: 'ymd', decimalMark: '.' } as const;
    return {
      stage: await Stage.open(this.pool, definition, targets, timeZone),
      readers: targets.map((target) => ({ target, read: cellReader(target, format, timeZone) })),
    };
  }
}

function add({ stage, readers }: OpenStage, record: SampleRecord, line: number): void {
  stage.add(
    line,
    readers.map(({ target, read }) => {
      const value = read(textOf(record, target.id) ?? '');
      if (!(value instanceof Refusal)) return value;
      throw new Error(`The sample's ${record.type}.${target.id} cannot be stored: ${value.reason.en}`);
    }),
  );
}

function textOf(record: SampleRecord, target: string): string | null | undefined {
  if (record.kind === 'subject') return target === 'key' ? record.key : record.values[target];
  if (target === 'subject') return record.subject;
  if (target === 'time') return record.time;
  return target === 'id' ? record.id : record.values[target];
}

async function store(stage: Stage): Promise<void> {
  await stage.finish();
  await storeRecords(stage, () => Promise.resolve(true));
  stage.close();
}
