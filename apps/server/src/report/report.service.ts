import { Injectable } from '@nestjs/common';
import type { RunReport } from '@terrace/client';
import { declarationOfNode, type ModelDocument } from '@terrace/model';
import type { Report, ReportMeasure } from '@terrace/plugin-sdk';
import { PluginRegistry } from '../plugin/plugin-registry.service.js';
import { RunResultService } from '../run/run-result.service.js';
import { tiersByRank } from '../run/run-summary.js';
import type { StoredRun } from '../run/run.repository.js';
import { ReportRepository } from './report.repository.js';
import { emptyValue } from './report-sql.js';

/** The values of a tier by measure id, decimals as text. */
type TierValues = Record<string, string | null>;

/** The reports that plugins bring, computed for runs of models made from their templates. */
@Injectable()
export class ReportService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly runs: RunResultService,
    private readonly repository: ReportRepository,
  ) {}

  /** @throws Fault when there is no such run, or its result is not kept any more */
  list(runId: string): Promise<RunReport[]> {
    return this.runs.reading(runId, (run) => this.#reportsOf(run));
  }

  async #reportsOf(run: StoredRun): Promise<RunReport[]> {
    const document = run.computedDocument ?? run.document;
    const [owner = '', template = ''] = document.template?.split('/') ?? [];
    const plugin = this.plugins.enabled.find(({ manifest }) => manifest.id === owner);
    const reports = (plugin?.manifest.contributes.reports ?? []).filter(({ templates }) =>
      templates.includes(template),
    );
    // All figures of all reports at once: the result may be large.
    const measures = reports.flatMap((report) => report.measures);
    const values = await this.repository.values(run.id, document, measures);
    let first = 0;
    return reports.map((report) => {
      const from = first;
      first += report.measures.length;
      const valuesOf = (tier: string): TierValues => {
        const found = values.get(tier);
        return Object.fromEntries(
          report.measures.map((measure, index) => [
            measure.id,
            found === undefined ? emptyValue(measure) : (found[from + index] ?? null),
          ]),
        );
      };
      return reportOf(report, document, owner, valuesOf);
    });
  }
}

function reportOf(
  { id, name, description, chart, measures, expectations }: Report,
  document: ModelDocument,
  owner: string,
  valuesOf: (tier: string) => TierValues,
): RunReport {
  const tiers = tiersByRank(document).map(({ id: tier, name: tierName, color }) => ({
    tier,
    name: tierName,
    color: color ?? null,
    values: valuesOf(tier),
  }));
  return {
    id: `${owner}.${id}`,
    name,
    ...(description === undefined ? {} : { description }),
    chart,
    measures: measures.map((measure) => ({
      id: measure.id,
      name: measure.name,
      aggregate: measure.aggregate,
      unit: unitOf(measure, document),
    })),
    tiers,
    // A tier that the model has no more cannot disappoint.
    expectations: expectations
      .filter(({ tier }) => tiers.some((each) => each.tier === tier))
      .map((expectation) => judge(expectation, tiers.find((each) => each.tier === expectation.tier)?.values)),
  };
}

function judge(
  { tier, measure, minimum, maximum, message }: Report['expectations'][number],
  values: TierValues | undefined,
): RunReport['expectations'][number] {
  const actual = values?.[measure] ?? null;
  const isMet =
    actual !== null &&
    (minimum === undefined || Number(actual) >= minimum) &&
    (maximum === undefined || Number(actual) <= maximum);
  return { message, tier, measure, minimum: minimum ?? null, maximum: maximum ?? null, actual, isMet };
}

function unitOf({ aggregate, node: id }: ReportMeasure, document: ModelDocument): string | null {
  if (aggregate.endsWith('Share')) return 'share';
  const node = document.nodes.find((each) => each.id === id);
  return node === undefined ? null : (declarationOfNode(node)?.unit ?? null);
}
