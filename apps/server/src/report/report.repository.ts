import { Injectable } from '@nestjs/common';
import type { ModelDocument } from '@terrace/model';
import type { ReportMeasure } from '@terrace/plugin-sdk';
import { DataSource } from 'typeorm';
import { ResultRepository } from '../run/result.repository.js';
import { reportSql } from './report-sql.js';

/** Computes figures of results. */
@Injectable()
export class ReportRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly results: ResultRepository,
  ) {}

  /** The values by tier, in the order of `measures`, decimals as text; a tier that no subject has is absent. Reads the result once. */
  async values(
    runId: string,
    document: ModelDocument,
    measures: readonly ReportMeasure[],
  ): Promise<Map<string, (string | null)[]>> {
    if (measures.length === 0) return new Map();
    const columns = await this.results.columns(runId, document);
    const rows = await this.dataSource.query<Record<string, string | null>[]>(
      reportSql(runId, measures, columns),
    );
    return new Map(
      rows.map((row) => [row['tier'] ?? '', measures.map((_, index) => row[`m${index}`] ?? null)]),
    );
  }
}
