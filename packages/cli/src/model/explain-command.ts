import {
  explain,
  keeps,
  localize,
  reach,
  type Explanation,
  type Keeps,
  type Language,
  type ModelDocument,
  type NodeOfKind,
  type ReachResult,
} from '@terrace/model';
import { UsageError } from '../usage-error.js';
import {
  jsonOption,
  loadModel,
  modelOption,
  requireOption,
  writeJson,
  writeLines,
  type ModelCommand,
} from './model-command.js';
import { readSubjectValues, valuesOption } from './subject-values.js';

/** The tier one rank above `tier`; null for the best. */
function nextBetter(document: ModelDocument, tier: string): string | null {
  const tiers = document.nodes
    .filter((node): node is NodeOfKind<'tier'> => node.kind === 'tier')
    .sort((a, b) => a.rank - b.rank);
  const place = tiers.findIndex(({ id }) => id === tier);
  return tiers[place - 1]?.id ?? null;
}

function linesOf(
  { summary, steps }: Explanation,
  { dimensions, time }: Keeps,
  next: ReachResult | null,
  language: Language,
): string[] {
  const isEnglish = language === 'en';
  const section = (title: string, sentences: readonly string[]): string[] =>
    sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `  ${sentence}`)];
  const mark = (isDecisive: boolean): string => (isDecisive ? '* ' : '  ');
  const kept = dimensions.filter(({ sentence, minimum, maximum, options, value }) => {
    const isOpen = minimum === null && maximum === null && options === null && value !== null;
    return !isOpen && localize(sentence, language) !== '';
  });
  return [
    localize(summary, language),
    ...section(
      isEnglish ? 'Steps (* the tier rests on these)' : '计算过程（* 为决定层级的步骤）',
      steps.map(({ sentence, isDecisive }) => `${mark(isDecisive)}${localize(sentence, language)}`),
    ),
    ...section(isEnglish ? 'What keeps the tier' : '如何保级', [
      ...kept.map(({ sentence }) => localize(sentence, language)),
      ...(time === null ? [] : [localize(time.sentence, language)]),
    ]),
    ...section(
      isEnglish ? 'What it takes for the next tier' : '升级所需',
      next === null
        ? []
        : next.plans.length === 0
          ? [localize(next.sentence, language)]
          : next.plans.map(({ sentence }) => localize(sentence, language)),
    ),
  ];
}

function checkAsOf(given: string | boolean | undefined): string | null {
  if (typeof given !== 'string') return null;
  const time = Date.parse(`${given}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(given) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(given)
  )
    return given;
  throw new UsageError(
    `--as-of needs a date such as 2025-12-31, and not "${given}".`,
    `--as-of 需要形如 2025-12-31 的日期，而不是“${given}”。`,
  );
}

/** `terrace model explain` */
export const explainCommand: ModelCommand = {
  name: 'explain',
  description: {
    en: 'say why a subject has its tier, what keeps it, and what the next one takes',
    'zh-CN': '说明对象为何属于该层级、如何保级、升级还需什么',
  },
  options: [
    modelOption,
    valuesOption,
    [
      '--as-of <date>',
      {
        en: 'day of the values; also says until when the tier stays without new records',
        'zh-CN': '取值对应的日期；同时说明若没有新记录，层级保持到何时',
      },
    ],
    jsonOption,
  ],
  example: `terrace model explain --model retail/rfm --values '{"recency": 12, "frequency": 30, "monetary": 900}'`,
  async run(options, _, context) {
    const name = requireOption(options['model'], '--model');
    const given = requireOption(options['values'], '--values');
    const asOf = checkAsOf(options['asOf']);
    const document = await loadModel(name);
    const values = await readSubjectValues(given, document);
    const explanation = explain(document, values);
    const kept = keeps(document, values, asOf === null ? {} : { asOf });
    const better = nextBetter(document, explanation.tier);
    const next =
      better === null
        ? null
        : reach(document, values, better, { orBetter: true, isImproving: true, maximumPlans: 2 });
    if (options['json'] === true)
      writeJson(context, {
        model: name,
        ...explanation,
        keeps: kept.dimensions,
        validUntil: kept.time,
        next,
      });
    else writeLines(context, linesOf(explanation, kept, next, context.language));
  },
};
