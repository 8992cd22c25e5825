import { Injectable } from '@nestjs/common';
import { compilePredicateSql } from '@terrace/expression';
import {
  calibratedNodes,
  cutPointsFrom,
  declarationOfNode,
  statisticsFor,
  type Issue,
  type JsonLogic,
  type ModelDocument,
} from '@terrace/model';
import { inlineParameters } from '../database/inline-parameters.js';
import type { Execute } from '../database/bulk-session.js';
import { populationSql, type Calibration } from './calibration-sql.js';
import { readStatistics } from './calibration-statistics.js';
import { collapsedBands, emptyPopulation, groupedValues } from './calibration-warnings.js';
import { dimensionColumn } from './dimension-sql.js';

/** New cut points by node id, and what is to be said about them. */
export interface CalibrationResult {
  readonly cutPoints: Record<string, string[]>;
  readonly warnings: Issue[];
}

/** Takes cut points from a population. */
@Injectable()
export class Calibrator {
  /** Nodes without any population keep the cut points they have, and a warning tells so. */
  async calibrate(document: ModelDocument, table: string, execute: Execute): Promise<CalibrationResult> {
    const nodes = calibratedNodes(document);
    if (nodes.length === 0) return { cutPoints: {}, warnings: [] };
    const calibrations = nodes.map(({ input, population }): Calibration => ({
      input: dimensionColumn(input),
      population: population === undefined ? undefined : populationCondition(document, population),
    }));
    const [sizes] = await execute<Record<string, string>>(populationSql(calibrations, table));
    const cutPoints: Record<string, string[]> = {};
    const warnings: Issue[] = [];
    for (const [i, calibration] of calibrations.entries()) {
      const { nodeId, cuts } = nodes[i]!;
      const n = Number(sizes?.[`n${i}`] ?? 0);
      if (n === 0) {
        warnings.push(...emptyPopulation(document, nodeId));
        continue;
      }
      const statistics = await readStatistics(calibration, table, n, statisticsFor(cuts, n), execute);
      const found = cutPointsFrom(cuts, n, statistics);
      cutPoints[nodeId] = found;
      if (statistics.kind === 'classes' && statistics.distinctCount > statistics.classes.length)
        warnings.push(
          ...groupedValues(document, nodeId, statistics.distinctCount, statistics.classes.length),
        );
      warnings.push(...collapsedBands(document, nodeId, found));
    }
    return { cutPoints, warnings };
  }
}

/** A dimension with a default stands in its column as that, so nothing here is missing that is not missing there. */
function populationCondition(document: ModelDocument, population: JsonLogic): string {
  const inputs = Object.fromEntries(
    document.nodes.flatMap((node) => {
      const declaration = node.kind === 'dimension' ? declarationOfNode(node) : null;
      return declaration === null ? [] : [[node.id, declaration]];
    }),
  );
  return `(${inlineParameters(compilePredicateSql(population, inputs, dimensionColumn))})`;
}
