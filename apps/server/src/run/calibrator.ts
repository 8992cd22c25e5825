import { Injectable } from '@nestjs/common';
import { compilePredicateSql } from '@terrace/expression';
import { calibratedNodes, localize, type Issue, type JsonLogic, type ModelDocument } from '@terrace/model';
import { inlineParameters } from '../database/inline-parameters.js';
import type { Execute } from './bulk-session.js';
import { cutPointSql, populationSql, type Calibration } from './calibration-sql.js';
import { dimensionColumn } from './dimension-sql.js';

/** New cut points by node id, and what is to be said about them. */
export interface CalibrationResult {
  readonly cutPoints: Record<string, string[]>;
  readonly warnings: Issue[];
}

/** Takes cut points from the quantiles of a population. */
@Injectable()
export class Calibrator {
  /** Nodes without any population keep the cut points they have, and a warning tells so. */
  async calibrate(document: ModelDocument, table: string, execute: Execute): Promise<CalibrationResult> {
    const nodes = calibratedNodes(document);
    if (nodes.length === 0) return { cutPoints: {}, warnings: [] };
    const calibrations = nodes.map(({ input, population, count, offset }): Calibration => ({
      input: dimensionColumn(input),
      population: population === undefined ? undefined : populationCondition(document, population),
      count,
      offset,
    }));
    const [sizes] = await execute<Record<string, string>>(populationSql(calibrations, table));
    const cutPoints: Record<string, string[]> = {};
    const warnings: Issue[] = [];
    for (const [i, calibration] of calibrations.entries()) {
      const { nodeId } = nodes[i]!;
      const n = BigInt(sizes?.[`n${i}`] ?? 0);
      if (n === 0n) warnings.push(emptyPopulation(document, nodeId));
      else {
        const [row] = await execute<{ cuts: string[] }>(inlineParameters(cutPointSql(calibration, table, n)));
        cutPoints[nodeId] = row?.cuts ?? [];
      }
    }
    return { cutPoints, warnings };
  }
}

function populationCondition(document: ModelDocument, population: JsonLogic): string {
  const inputs = Object.fromEntries(
    document.nodes
      .filter((node) => node.kind === 'dimension')
      .map(({ id, valueType }) => [id, { type: valueType, nullable: true }]),
  );
  return `(${inlineParameters(compilePredicateSql(population, inputs, dimensionColumn))})`;
}

function emptyPopulation(document: ModelDocument, nodeId: string): Issue {
  const index = document.nodes.findIndex(({ id }) => id === nodeId);
  const node = document.nodes[index];
  const name = node?.name ?? {};
  const hasLast = node?.kind === 'bands' && node.cuts.values.length > 0;
  const kept = hasLast
    ? { en: 'the last ones were kept', 'zh-CN': '沿用上一次的分界点' }
    : { en: 'it gives no value until there are some', 'zh-CN': '在有数据之前该节点不产生结果' };
  return {
    code: 'EMPTY_POPULATION',
    severity: 'warning',
    path: ['nodes', index, 'cuts'],
    nodeId,
    message: {
      en: `There is no subject to take the cut points of "${localize(name, 'en')}" from; ${kept.en}.`,
      'zh-CN': `没有可用于校准“${localize(name, 'zh-CN')}”分界点的数据，${kept['zh-CN']}。`,
    },
  };
}
