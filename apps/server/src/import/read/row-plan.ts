import type { Mapping, ReadOptions } from '@terrace/client';
import type { Issue } from '@terrace/model';
import { cellReader, type CellReader } from './cell-reader.js';
import type { ColumnFormat } from './column-format.js';
import { targetsOf, type RecordDefinition, type Target } from './target.js';

/** A column of the file that fills a target. */
export interface PlannedColumn {
  readonly target: Target;
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly format: ColumnFormat;
  readonly read: CellReader;
}

/** How the rows of a file become records. */
export interface RowPlan {
  readonly headers: readonly string[];
  readonly columns: readonly PlannedColumn[];
}

/** What a plan is made from. */
export interface PlanInput {
  readonly definition: RecordDefinition;
  readonly mapping: Mapping;
  readonly headers: readonly string[];
  readonly options: ReadOptions;
  readonly timeZone: string;
}

/** Plans the reading of rows, or says everything that is wrong with the mapping. */
export function planRows(input: PlanInput): { plan: RowPlan } | { issues: Issue[] } {
  const { definition, mapping, headers, options, timeZone } = input;
  const targets = targetsOf(definition);
  const known = new Set(targets.map(({ id }) => id));
  const issues = Object.keys(mapping)
    .filter((id) => !known.has(id))
    .map((id) => unknownTarget(id, [...known]));
  const columns: PlannedColumn[] = [];
  for (const target of targets) {
    const header = mapping[target.id];
    if (header === undefined) {
      if (target.isRequired) issues.push(notMapped(target.id));
      continue;
    }
    const index = headers.indexOf(header.trim());
    if (index === -1 || header.trim() === '') {
      issues.push(unknownColumn(target.id, header, headers));
      continue;
    }
    const format: ColumnFormat = { dateOrder: options.dateOrder, decimalMark: options.decimalMark };
    columns.push({
      target,
      index,
      header: header.trim(),
      format,
      read: cellReader(target, format, timeZone),
    });
  }
  return issues.length > 0 ? { issues } : { plan: { headers, columns } };
}

function mappingIssue(code: string, target: string, en: string, zh: string): Issue {
  return { code, severity: 'error', path: ['body', 'mapping', target], message: { en, 'zh-CN': zh } };
}

function unknownTarget(id: string, known: readonly string[]): Issue {
  return mappingIssue(
    'UNKNOWN_TARGET',
    id,
    `There is no field "${id}"; there are: ${known.join(', ')}.`,
    `没有字段“${id}”，可用的有：${known.join('、')}。`,
  );
}

function notMapped(id: string): Issue {
  return mappingIssue(
    'TARGET_NOT_MAPPED',
    id,
    `"${id}" is required: choose the column that fills it.`,
    `“${id}”为必填项，请选择对应的列。`,
  );
}

function unknownColumn(id: string, header: string, headers: readonly string[]): Issue {
  const listed = headers.filter((name) => name !== '').slice(0, 50);
  return mappingIssue(
    'UNKNOWN_COLUMN',
    id,
    `The file has no column "${header}"; it has: ${listed.join(', ')}.`,
    `文件中没有列“${header}”，现有列：${listed.join('、')}。`,
  );
}
