import {
  checkDocument,
  localize,
  proveDocument,
  repairDocument,
  valuesWords,
  writeDocument,
  type Finding,
  type Issue,
  type Language,
  type ModelDocument,
  type Proof,
  type RecordTypes,
  type Witness,
} from '@terrace/model';
import { checkWritable, writeFileAtomically } from '../output/write-file.js';
import { completeTypes } from '../tier/needed-types.js';
import { knownCodeOf, loadPlugins, recordTypesOf, type Plugins } from './load-plugins.js';
import {
  jsonOption,
  modelOption,
  requireOption,
  writeJson,
  writeLines,
  type ModelCommand,
} from './model-command.js';
import { namesTemplate, readDocument } from './read-model.js';

type Severity = Finding['severity'];

const severityWords: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  info: { en: 'note', 'zh-CN': '提示' },
};

const kindWords: Readonly<Record<Finding['kind'], Readonly<Record<Language, string>>>> = {
  gap: { en: 'gap', 'zh-CN': '空档' },
  overlap: { en: 'overlap', 'zh-CN': '重叠' },
  deadRule: { en: 'dead rule', 'zh-CN': '失效规则' },
  unreachableTier: { en: 'unreachable tier', 'zh-CN': '无法到达的层级' },
  sharedEdge: { en: 'shared edge', 'zh-CN': '重复的边界' },
  missingEdge: { en: 'missing edge', 'zh-CN': '漏掉的边界' },
  weights: { en: 'weights', 'zh-CN': '权重合计' },
  nonMonotone: { en: 'better but lower', 'zh-CN': '越好反而越低' },
};

function witnessWords(document: ModelDocument, witness: Witness, language: Language): string {
  const tier = document.nodes.find(({ id }) => id === witness.tier);
  const name = tier === undefined ? witness.tier : localize(tier.name, language);
  return `${valuesWords(document, witness.values, language)} → “${name}”`;
}

function issueLine(issue: Issue, language: Language): string {
  const place = issue.path.join('.');
  const start = `${severityWords[issue.severity][language]} ${issue.code}`;
  const message = localize(issue.message, language);
  if (language === 'en') return `${start}${place === '' ? '' : ` (${place})`}: ${message}`;
  return `${start}${place === '' ? '' : `（${place}）`}：${message}`;
}

function findingLines(document: ModelDocument, finding: Finding, language: Language): string[] {
  const isEnglish = language === 'en';
  const [example, repair] = isEnglish ? ['Example: ', 'Repair: '] : ['示例：', '修复建议：'];
  return [
    `${severityWords[finding.severity][language]}${isEnglish ? `, ${kindWords[finding.kind].en}: ` : `（${kindWords[finding.kind]['zh-CN']}）：`}${localize(finding.message, language)}`,
    ...finding.witnesses.map((witness) => `    ${example}${witnessWords(document, witness, language)}`),
    ...(finding.repair === null ? [] : [`    ${repair}${localize(finding.repair.words, language)}`]),
  ];
}

/** Issues without those that a finding says as well, with its repair. */
function withoutRepetition(issues: readonly Issue[], findings: readonly Finding[]): Issue[] {
  const said = new Set(findings.flatMap(({ kind, nodes }) => (kind === 'weights' ? nodes : [])));
  return issues.filter(
    ({ code, nodeId }) => code !== 'WEIGHTS_DO_NOT_SUM' || nodeId === undefined || !said.has(nodeId),
  );
}

function countsOf(issues: readonly Issue[], findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of [...issues, ...findings]) counts[severity] += 1;
  return counts;
}

function summaryLine(counts: Record<Severity, number>, proof: Proof, language: Language): string {
  const { error, warning, info } = counts;
  if (language === 'en')
    return `Errors: ${error}, warnings: ${warning}, notes: ${info}. ${proof.isExact ? 'Every combination of values was looked at.' : 'Not every combination of values was looked at.'}`;
  return `${error} 个错误，${warning} 个警告，${info} 个提示。${proof.isExact ? '已检查全部取值组合。' : '未能检查全部取值组合。'}`;
}

/** What a model file may name though no plugin brings it: `terrace tier` makes it for the command. */
const unknownCodes = ['UNKNOWN_SUBJECT_TYPE', 'UNKNOWN_FIELD', 'UNKNOWN_EVENT_TYPE'];

/** A plugin that is not here may well be where the model is run. */
const lenient = (issue: Issue): Issue =>
  issue.code === 'PLUGIN_MISSING' ? { ...issue, severity: 'warning' } : issue;

function issuesOf(document: ModelDocument, plugins: Plugins, isTemplate: boolean): Issue[] {
  const types = recordTypesOf(plugins);
  const issuesWith = (known: RecordTypes): Issue[] => {
    const issues = checkDocument(document, known, knownCodeOf(plugins));
    return isTemplate ? issues : issues.map(lenient);
  };
  const issues = issuesWith(types);
  if (isTemplate || !issues.some(({ code }) => unknownCodes.includes(code))) return issues;
  const unknown = issues
    .filter(({ code }) => unknownCodes.includes(code))
    .map((issue) => ({ ...issue, severity: 'warning' as const }));
  return [...unknown, ...issuesWith(completeTypes(types, document).types)];
}

/** `terrace model check` */
export const checkCommand: ModelCommand = {
  name: 'check',
  description: {
    en: 'prove the rules of a model: gaps, overlaps, dead rules, edges, weights, each with an example and a repair; exit code 1 when there are errors',
    'zh-CN': '检查模型规则：空档、重叠、失效规则、边界、权重等，给出示例和修复建议；有错误时退出码为 1',
  },
  options: [
    modelOption,
    [
      '--repair <json>',
      {
        en: 'write the model with the repairs of errors and warnings made',
        'zh-CN': '写出按建议修复错误和警告后的模型',
      },
    ],
    jsonOption,
  ],
  example: 'terrace model check --model retail/value --lang zh-CN',
  async run(options, _, context) {
    const name = requireOption(options['model'], '--model');
    const target = options['repair'] === undefined ? null : requireOption(options['repair'], '--repair');
    if (target !== null) await checkWritable(target, '--repair');
    const plugins = await loadPlugins();
    const document = await readDocument(name, {}, plugins);
    const { language } = context;
    const proof = proveDocument(document);
    const issues = withoutRepetition(issuesOf(document, plugins, namesTemplate(name)), proof.findings);
    const counts = countsOf(issues, proof.findings);
    const repaired = target === null ? null : repairDocument(document);
    if (target !== null && repaired !== null)
      await writeFileAtomically(target, [`${JSON.stringify(writeDocument(repaired.document), null, 2)}\n`]);
    if (options['json'] === true) {
      const { isExact, ...rest } = proof;
      writeJson(context, {
        model: name,
        issues,
        ...rest,
        exact: isExact,
        counts,
        ...(repaired === null ? {} : { repaired: repaired.repaired.map(({ repair }) => repair?.words) }),
      });
    } else
      writeLines(context, [
        ...issues.map((issue) => issueLine(issue, language)),
        ...proof.findings.flatMap((finding) => findingLines(document, finding, language)),
        ...Object.entries(proof.omitted).map(([kind, count]) =>
          language === 'en'
            ? `… and ${count} more: ${kindWords[kind as Finding['kind']].en}`
            : `……${kindWords[kind as Finding['kind']]['zh-CN']}另有 ${count} 处`,
        ),
        ...proof.notes.map((note) => localize(note, language)),
        summaryLine(counts, proof, language),
        ...(repaired === null
          ? []
          : [
              language === 'en'
                ? `${repaired.repaired.length} repairs made; the model is in ${target}.`
                : `已完成 ${repaired.repaired.length} 项修复，模型已写入 ${target}。`,
            ]),
      ]);
    return counts.error > 0 ? 1 : 0;
  },
};
