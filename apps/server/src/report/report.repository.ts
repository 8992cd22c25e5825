import { Injectable } from '@nestjs/common';
import type { ModelDocument } from '@terrace/model';
import type { ReportMeasure } from '@terrace/plugin-sdk';
import { DataSource } from 'typeorm';
import { ResultRepository } from '../run/result.repository.js';
import { reportSql } from './report-sql.js';

/** The values of a tier by measure id, decimals as text. */
export type TierValues = Readonly<Record<string, string | null>>;

/** Computes figures of results. */
@Injectable()
export class ReportRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly results: ResultRepository,
  ) {}

  /** The values by tier; a tier that no subject has is absent. */
  async values(
    runId: string,
    document: ModelDocument,
    measures: readonly ReportMeasure[],
  ): Promise<Map<string, TierValues>> {
    const columns = await this.results.columns(runId, document);
    const rows = await this.dataSource.query<Record<string, string | null>[]>(
      reportSql(runId, measures, columns),
    );
    return new Map(
      rows.map((row) => [
        row['tier'] ?? '',
        Object.fromEntries(measures.map(({ id }, index) => [id, row[`m${index}`] ?? null])),
      ]),
    );
  }
}
