import { Injectable, type OnModuleInit } from '@nestjs/common';
import { splitCodeId, type DimensionNode, type ModelDocument, type RecordTypes } from '@terrace/model';
import type { CodeDimension } from '@terrace/plugin-sdk';
import { PluginCodeFault, type ComputedBatch } from '@terrace/plugin-runtime';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { BulkSession } from '../database/bulk-session.js';
import { PluginPurge } from '../plugin/plugin-purge.service.js';
import type { RunMoment } from '../run/run-moment.js';
import { BatchSize } from './batch-size.js';
import { CodeInterrupted } from './code-fault.js';
import { codeInputSql } from './code-input-sql.js';
import { CodePlugins } from './code-plugins.service.js';
import { codeTables } from './code-tables.js';
import {
  CodeValueRepository,
  type CodeTables,
  type Computation,
  type OpenInput,
  type OpenInputs,
} from './code-value.repository.js';

/** Failed tries in a row after which code that throws is given up. */
const TRIES = 3;

type CodeSource = Extract<DimensionNode['source'], { kind: 'code' }>;

/** What a run asks of code. */
export interface CodeValuesRequest {
  readonly runId: string;
  readonly document: ModelDocument;
  readonly types: RecordTypes;
  readonly moment: RunMoment;
  readonly signal: AbortSignal;
  /** Told the share that is done, 0 to 1. @throws to end the work */
  onProgress(share: number): Promise<void>;
}

/** The tables with the values of dimensions in code, by node id. */
export type CodeColumns = ReadonlyMap<string, string>;

/** A computation that a document needs. */
interface Wanted {
  readonly source: CodeSource;
  readonly declared: CodeDimension;
  /** Of the code; values of another are another computation. */
  readonly build: string;
  /** The time that the code has for a batch. */
  readonly timeoutMs: number;
  readonly computation: Computation;
  /** The nodes that have its values. */
  readonly nodes: string[];
}

interface Work extends Wanted {
  readonly tables: CodeTables;
  readonly open: OpenInputs;
}

/**
 * Computes what the dimensions in code of a document need before a run: only for subjects whose input changed since the last time.
 * The run joins the values in SQL as it joins any field.
 */
@Injectable()
export class CodeValues implements OnModuleInit {
  constructor(
    private readonly plugins: CodePlugins,
    private readonly repository: CodeValueRepository,
    private readonly session: BulkSession,
    private readonly purges: PluginPurge,
  ) {}

  onModuleInit(): void {
    this.purges.onPurge({ inTransaction: (manager, plugin) => this.repository.purge(manager, plugin) });
  }

  /**
   * Fills a table for each computation that dimensions in code need; whoever asked drops it.
   * @throws Fault with the reason when code cannot be used or fails
   */
  async prepare(request: CodeValuesRequest): Promise<CodeColumns> {
    const works: Work[] = [];
    for (const wanted of await this.#wantedBy(request.document))
      works.push(await this.#open(request, wanted, codeTables(request.runId, works.length)));
    const total = works.reduce((sum, { open }) => sum + open.count, 0);
    let done = 0;
    for (const work of works)
      await this.#compute(work, request, async (count) => {
        done += count;
        await request.onProgress(done / total);
      });
    return new Map(works.flatMap(({ nodes, tables }) => nodes.map((node) => [node, tables.value])));
  }

  /** What is left of values that nobody has used for long goes. */
  async removeUnused(): Promise<void> {
    await this.repository.removeUnused();
  }

  /** Nodes share a computation also where one of them leaves to a default what another says. */
  async #wantedBy({ nodes }: ModelDocument): Promise<Wanted[]> {
    const wanted = new Map<string, Wanted>();
    for (const node of nodes) {
      if (node.kind !== 'dimension' || node.source.kind !== 'code') continue;
      const { source } = node;
      const { plugin, id: name } = splitCodeId(source.dimension);
      const { declarations, build, timeoutMs } = await this.plugins.use(plugin);
      const declared = declarations.dimensions.find((each) => each.id === name);
      if (declared === undefined) throw new Error(`The plugin ${plugin} has no dimension ${name}.`);
      const id = computationId(source, declared, build);
      const known = wanted.get(id);
      if (known !== undefined) {
        known.nodes.push(node.id);
        continue;
      }
      const computation = { id, dimension: source.dimension, subjectType: declared.subjectType };
      wanted.set(id, { source, declared, build, timeoutMs, computation, nodes: [node.id] });
    }
    return [...wanted.values()];
  }

  async #open(request: CodeValuesRequest, wanted: Wanted, tables: CodeTables): Promise<Work> {
    const { computation, declared } = wanted;
    await this.repository.use(computation);
    const statement = codeInputSql(declared, request.types, request.moment);
    const open = await this.session.transaction(request.signal, (execute) =>
      this.repository.open(execute, tables, computation, statement, request.moment.day),
    );
    return { ...wanted, tables, open };
  }

  async #compute(
    work: Work,
    request: CodeValuesRequest,
    onBatch: (count: number) => Promise<void>,
  ): Promise<void> {
    const { timeoutMs, tables, computation, open } = work;
    const { signal, moment } = request;
    const size = new BatchSize(open.averageLength, timeoutMs);
    const page = (after: string | null): Promise<OpenInput[]> =>
      this.repository.page(tables, after, size.value);
    // One batch is read and one stored while the code computes the one between.
    let stored: Promise<void> = Promise.resolve();
    try {
      let next = open.count === 0 ? Promise.resolve([]) : page(null);
      for (;;) {
        const batch = await next;
        const last = batch.at(-1);
        if (last === undefined) break;
        signal.throwIfAborted();
        next = ahead(page(last.key));
        const start = performance.now();
        const { values, usesAsOf } = await this.#call(work, batch, moment);
        size.note(batch.length, performance.now() - start);
        const rows = batch.map(({ key, hash }, index) => ({
          key,
          hash,
          value: textOf(values[index] ?? null),
        }));
        await stored;
        // Each batch is kept by itself: what was computed before a failure or a stop need not be computed again.
        stored = ahead(this.repository.add(tables, computation, rows, usesAsOf ? moment.day : null));
        await onBatch(batch.length);
      }
      await stored;
    } finally {
      await stored.catch(() => undefined);
    }
    await this.session.transaction(signal, (execute) => this.repository.close(execute, tables));
  }

  async #call(
    { source, build }: Work,
    batch: readonly OpenInput[],
    moment: RunMoment,
  ): Promise<ComputedBatch> {
    const { plugin, id } = splitCodeId(source.dimension);
    const inputs = batch.map(({ input }) => input);
    for (let attempt = 1; ; attempt += 1) {
      const code = await this.plugins.use(plugin);
      if (code.build !== build) throw new CodeInterrupted(`The plugin ${plugin} changed during the run.`);
      try {
        return await code.process.computeBatch(id, inputs, {
          parameters: source.parameters,
          asOf: moment.day,
          timeZone: moment.timeZone,
        });
      } catch (error) {
        const isLastTry = attempt >= TRIES;
        if (isLastTry || !mayTryAgain(error)) throw await this.plugins.failure(error, code, isLastTry);
      }
    }
  }
}

/** Work whose outcome is looked at later; until then a failure of it is nobody's. */
function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** Code that throws may do better the next time; a call that the host cut off is made again by a new process. */
function mayTryAgain(error: unknown): boolean {
  return error instanceof PluginCodeFault && !error.isViolation;
}

/** The build of the code, the dimension and its parameters, defaults filled in: 128 bits of their SHA-256. */
function computationId(
  { dimension, parameters }: CodeSource,
  declared: CodeDimension,
  build: string,
): string {
  const values = declared.parameters.map(({ id, default: value }) => [id, parameters[id] ?? value]);
  const hash = createHash('sha256')
    .update(JSON.stringify([build, dimension, values]))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

function textOf(value: ComputedBatch['values'][number]): string | null {
  return value === null ? null : String(value);
}
