import { decimalSchema, identifierSchema, localize, writeDocument, type Issue } from '@terrace/model';
import {
  attainableRange,
  readPointsTable,
  scorecardDocument,
  tierCuts,
  type PointsTable,
  type TierCuts,
} from '@terrace/model/points-table';
import { basename, extname } from 'node:path';
import { checkWritable, writeFileAtomically } from '../output/write-file.js';
import { UsageError, type Sentence } from '../usage-error.js';
import { loadPlugins, recordTypesOf } from './load-plugins.js';
import {
  jsonOption,
  requireOption,
  writeJson,
  type ModelCommand,
  type ModelCommandContext,
} from './model-command.js';
import { readText } from './read-text.js';

/** Most cut-offs; bands have at most 100 outputs. */
const maxCuts = 99;

function subjectTypeOf(value: string): string {
  if (identifierSchema.safeParse(value).success) return value;
  throw new UsageError(
    `--subject needs the id of a subject type, such as applicant, and "${value}" is none; it has 1 to 41 characters: small letters, digits and _, the first a letter.`,
    `--subject 需要对象类型的标识（如 applicant），“${value}”不符合要求：1 至 41 个字符，只能用小写字母、数字和下划线，且以字母开头。`,
  );
}

/** The cut-offs of `--cuts`, ascending. */
function cutsOf(value: string): string[] {
  const cuts = value.split(/[,，]/).map((text) => text.trim());
  const wrong = cuts.find((cut) => !decimalSchema.safeParse(cut).success);
  if (wrong !== undefined)
    throw new UsageError(
      `--cuts needs numbers separated by commas, such as 400,500,600,700, and "${wrong}" is none.`,
      `--cuts 需要用逗号分隔的数字（如 400,500,600,700），“${wrong}”不是有效的数字。`,
    );
  const isAscending = cuts.every((cut, index) => index === 0 || Number(cut) > Number(cuts[index - 1]));
  if (!isAscending)
    throw new UsageError(
      '--cuts needs each cut-off to be above the one before it, such as 400,500,600,700.',
      '--cuts 的分数线必须从小到大排列且不重复，如 400,500,600,700。',
    );
  if (cuts.length > maxCuts)
    throw new UsageError(
      `--cuts takes at most ${maxCuts} cut-offs, and there are ${cuts.length}.`,
      `--cuts 最多支持 ${maxCuts} 条分数线，现有 ${cuts.length} 条。`,
    );
  return cuts;
}

function summary(table: PointsTable): Sentence {
  const { minimum, maximum } = attainableRange(table);
  const bins = table.variables.reduce((sum, variable) => sum + variable.bins.length, 0);
  return {
    en: `${table.variables.length} variables with ${bins} bins, base points ${table.base}; totals from ${minimum} to ${maximum} are possible.`,
    'zh-CN': `共 ${table.variables.length} 个变量、${bins} 个分箱，基础分 ${table.base}，总分范围 ${minimum} 至 ${maximum}。`,
  };
}

function cutsSentence({ cuts, method }: TierCuts): Sentence {
  const en = cuts.join(', ');
  const zh = cuts.join('、');
  switch (method) {
    case 'given':
      return { en: `Tiers are cut at ${en}.`, 'zh-CN': `层级分数线：${zh}。` };
    case 'usual':
      return {
        en: `Tiers are cut at the usual ${en}; --cuts gives others.`,
        'zh-CN': `层级采用常用分数线 ${zh}，可用 --cuts 另行指定。`,
      };
    case 'equal':
      return {
        en: `The card does not span the usual 400 to 700, so tiers are ${cuts.length + 1} bands of equal width, cut at ${en}; --cuts gives others.`,
        'zh-CN': `评分卡的总分范围不覆盖常用的 400 至 700 分，层级按等宽划分为 ${cuts.length + 1} 段，分数线为 ${zh}，可用 --cuts 另行指定。`,
      };
  }
}

/** Cut-offs that all totals lie on one side of: a tier beyond them is given to nobody. */
function idleCuts(table: PointsTable, { cuts }: TierCuts): Sentence[] {
  const { minimum, maximum } = attainableRange(table);
  const idle = cuts.filter((cut) => Number(cut) > Number(maximum) || Number(cut) <= Number(minimum));
  if (idle.length === 0 || minimum === maximum) return [];
  return [
    {
      en: `All possible totals lie on one side of ${idle.join(', ')}, so some tiers stay empty.`,
      'zh-CN': `所有可能的总分都在 ${idle.join('、')} 的同一侧，部分层级不会有对象。`,
    },
  ];
}

function writeNotes({ streams, language }: ModelCommandContext, notes: readonly Sentence[]): void {
  for (const note of notes) streams.err.write(`${localize(note, language)}\n`);
}

/** Every fault on a line of its own. */
function writeIssues(context: ModelCommandContext, issues: readonly Issue[]): void {
  for (const { message, severity } of issues) {
    const text = localize(message, context.language);
    const warning = context.language === 'en' ? 'Warning: ' : '警告：';
    context.streams.err.write(`${severity === 'warning' ? warning : ''}${text}\n`);
  }
}

/** `terrace model scorecard` */
export const scorecardCommand: ModelCommand = {
  name: 'scorecard',
  description: {
    en: 'make a model of a points table as scorecard tools write it: columns variable, bin, points',
    'zh-CN': '把评分卡工具导出的评分表（variable、bin、points 三列）变成模型',
  },
  options: [
    [
      '--points <csv>',
      {
        en: 'the points table, CSV with commas, semicolons or tabs',
        'zh-CN': '评分表，CSV 文件（逗号、分号或制表符分隔）',
      },
    ],
    [
      '--subject <type>',
      {
        en: 'id of the subject type that is scored, e.g. applicant; it may be new',
        'zh-CN': '评分对象类型的标识，如 applicant，可以是新类型',
      },
    ],
    [
      '--cuts <points>',
      {
        en: 'cut-offs between tiers, e.g. 400,500,600,700 (default: these where the card spans them, else five equal bands)',
        'zh-CN': '层级之间的分数线，如 400,500,600,700（默认：总分范围覆盖时采用这四条，否则等宽分为五段）',
      },
    ],
    [
      '--out <json>',
      {
        en: 'write the model document to a file instead of standard output',
        'zh-CN': '把模型写入文件，而不是标准输出',
      },
    ],
    jsonOption,
  ],
  example: 'terrace model scorecard --points card.csv --subject applicant --out card.json',
  async run(options, _, context) {
    const path = requireOption(options['points'], '--points');
    const subjectType = subjectTypeOf(requireOption(options['subject'], '--subject'));
    const given =
      options['cuts'] === undefined ? undefined : cutsOf(requireOption(options['cuts'], '--cuts'));
    const out = options['out'];
    if (typeof out === 'string') await checkWritable(out, '--out');
    const { table, issues } = readPointsTable(await readText(path));
    const isJson = options['json'] === true;
    if (issues.some(({ severity }) => severity === 'error')) {
      if (isJson) writeJson(context, { document: null, issues, notes: [] });
      else writeIssues(context, issues);
      return 2;
    }
    const cuts = tierCuts(table, given);
    const types = recordTypesOf(await loadPlugins());
    const name = basename(path, extname(path));
    const document = writeDocument(
      scorecardDocument(table, {
        name: { en: name, 'zh-CN': name },
        subjectType,
        cuts: cuts.cuts,
        fields: types.subjectTypes.find(({ id }) => id === subjectType)?.fields ?? [],
      }),
    );
    const notes = [summary(table), cutsSentence(cuts), ...idleCuts(table, cuts)];
    if (typeof out === 'string') await writeFileAtomically(out, [`${JSON.stringify(document, null, 2)}\n`]);
    if (isJson) writeJson(context, { document, issues, notes });
    else {
      if (typeof out !== 'string') writeJson(context, document);
      writeIssues(context, issues);
      writeNotes(context, notes);
    }
    return 0;
  },
};
