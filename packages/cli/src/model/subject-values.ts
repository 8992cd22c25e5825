import {
  calibratedNodes,
  localize,
  previousNames,
  type ModelDocument,
  type NodeOfKind,
  type SubjectValues,
} from '@terrace/model';
import { readFile } from 'node:fs/promises';
import { fileFault } from '../file-fault.js';
import { jsonFault } from '../json-fault.js';
import { UsageError, type Sentence } from '../usage-error.js';

type Dimension = NodeOfKind<'dimension'>;
type Json = Readonly<Record<string, unknown>>;

/** `--values`, in the same words everywhere. */
export const valuesOption = [
  '--values <json>',
  {
    en: 'values by dimension id, e.g. \'{"recency": 12}\', with previous for a model with a lifecycle; or @file.json',
    'zh-CN':
      '按维度标识给出的取值，如 \'{"recency": 12}\'；设有生命周期规则时可含 previous；也可写 @文件.json',
  },
] as const;

const typeWords: Readonly<Record<Dimension['valueType'], Sentence>> = {
  number: { en: 'a number', 'zh-CN': '数字' },
  duration: { en: 'a number', 'zh-CN': '数字' },
  text: { en: 'a text', 'zh-CN': '文本' },
  enumeration: { en: 'a text', 'zh-CN': '文本' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false' },
  date: { en: 'a date such as "2025-12-31"', 'zh-CN': '日期（如 "2025-12-31"）' },
  instant: { en: 'an instant such as "2025-12-31T08:00:00Z"', 'zh-CN': '时刻（如 "2025-12-31T08:00:00Z"）' },
};

/** A day of the calendar: 30 February is none. */
function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value));
}

function fits(value: unknown, type: Dimension['valueType']): boolean {
  switch (type) {
    case 'number':
    case 'duration':
      return isNumber(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'instant':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) &&
        isDate(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value))
      );
    case 'text':
    case 'enumeration':
      return typeof value === 'string';
  }
}

/** An instant as expressions compare it, whatever its offset was. */
function canonical(value: unknown, type: Dimension['valueType']): unknown {
  return type === 'instant' && value !== '' && value !== null ? new Date(String(value)).toISOString() : value;
}

async function textOf(given: string): Promise<string> {
  if (!given.startsWith('@')) return given;
  const path = given.slice(1);
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    const fault = fileFault(cause);
    throw new UsageError(
      `The file ${path} of --values cannot be read: ${fault.en}.`,
      `无法读取 --values 指定的文件 ${path}：${fault['zh-CN']}。`,
      { cause },
    );
  }
}

function parse(text: string): Json {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const fault = jsonFault(text);
    throw new UsageError(
      `--values is not JSON: ${fault.en}; write it like '{"recency": 12}'.`,
      `--values 不是有效的 JSON：${fault['zh-CN']}；请写成 '{"recency": 12}' 的形式。`,
      { cause },
    );
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  throw new UsageError(
    '--values needs a JSON object with one entry per dimension, like \'{"recency": 12}\'.',
    '--values 需要一个 JSON 对象，每个维度一项，如 \'{"recency": 12}\'。',
  );
}

function unknownName(name: string, dimensions: ReadonlyMap<string, Dimension>): UsageError {
  const ids = [...dimensions.keys()];
  const isBare = ids.length === 0;
  return new UsageError(
    `The model has no dimension "${name}"; it has ${isBare ? 'none at all' : `these: ${ids.join(', ')}`}.`,
    `模型没有维度“${name}”，${isBare ? '模型中没有任何维度' : `可用的维度：${ids.join('、')}`}。`,
  );
}

/** A value as a message shows it: short, whatever was given; in Chinese with the blank before it that it needs. */
function shown(value: unknown): Sentence {
  if (Array.isArray(value)) return { en: 'a list', 'zh-CN': '列表' };
  if (typeof value === 'object' && value !== null) return { en: 'an object', 'zh-CN': '对象' };
  const text = JSON.stringify(value);
  const short = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return { en: short, 'zh-CN': ` ${short}` };
}

function wrongType(name: string, value: unknown, words: Sentence): UsageError {
  const text = shown(value);
  return new UsageError(
    `The value of "${name}" must be ${words.en}, and not ${text.en}.`,
    `“${name}”的取值应为${words['zh-CN']}，而不是${text['zh-CN']}。`,
  );
}

/** JSON can write 1e999, which is more than a number can hold. @throws UsageError */
function requireFinite(name: string, value: unknown): void {
  if (typeof value !== 'number' || Number.isFinite(value)) return;
  throw new UsageError(
    `The value of "${name}" is too large to be computed with; its size must be below 1e308.`,
    `“${name}”的取值过大，无法计算；数值大小应小于 1e308。`,
  );
}

/** A value of the tier a subject has: its id, or a number of days. */
function checkPrevious(name: string, value: unknown, document: ModelDocument): void {
  if (!(previousNames as readonly string[]).includes(name))
    throw new UsageError(
      `There is no "${name}"; there are: ${previousNames.join(', ')}.`,
      `没有“${name}”，可用：${previousNames.join('、')}。`,
    );
  if (value === null || value === '') return;
  requireFinite(name, value);
  if (name !== 'previous.tier') {
    if (!isNumber(value)) throw wrongType(name, value, typeWords.number);
    return;
  }
  const tiers = document.nodes.filter((node) => node.kind === 'tier').map(({ id }) => id);
  if (typeof value === 'string' && tiers.includes(value)) return;
  throw new UsageError(
    `previous.tier must be one of ${tiers.join(', ')}, and not ${shown(value).en}.`,
    `previous.tier 应为 ${tiers.join('、')} 之一，而不是${shown(value)['zh-CN']}。`,
  );
}

/** Without cut points a calibrated node gives everybody no value, which would explain nothing. @throws UsageError */
function requireCutPoints(document: ModelDocument): void {
  const bare = calibratedNodes(document).find(({ cuts }) => cuts.values.length === 0);
  if (bare === undefined) return;
  const node = document.nodes.find(({ id }) => id === bare.nodeId);
  const name = (language: 'en' | 'zh-CN'): string => localize(node?.name ?? {}, language);
  throw new UsageError(
    `The cut points of "${name('en')}" (${bare.nodeId}) come from a population and are not there yet; run the model once and use its document, or give the cut points yourself.`,
    `“${name('zh-CN')}”（${bare.nodeId}）的分界点需按人群校准，目前还没有；请先试算一次并使用其模型文件，或手动填写分界点。`,
  );
}

/** What `--values` gives for `document`, checked. @throws UsageError */
export async function readSubjectValues(given: string, document: ModelDocument): Promise<SubjectValues> {
  requireCutPoints(document);
  const json = parse(await textOf(given));
  const dimensions = new Map(
    document.nodes.flatMap((node) => (node.kind === 'dimension' ? [[node.id, node] as const] : [])),
  );
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const dimension = dimensions.get(name);
    if (dimension !== undefined) {
      requireFinite(name, value);
      const isMissing = value === null || value === '';
      if (!isMissing && !fits(value, dimension.valueType))
        throw wrongType(name, value, typeWords[dimension.valueType]);
      values[name] = canonical(value, dimension.valueType);
    } else if (name === 'previous' && typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        checkPrevious(`previous.${key}`, each, document);
        values[`previous.${key}`] = each;
      }
    } else if (name.startsWith('previous.')) {
      checkPrevious(name, value, document);
      values[name] = value;
    } else throw unknownName(name, dimensions);
  }
  return values as SubjectValues;
}
