import {
  checkDocument,
  instantiateTemplate,
  parseDocument,
  type Issue,
  type ModelDocument,
  type KnownCode,
  type RecordTypes,
  type TemplateParameter,
} from '@terrace/model';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileFault } from '../file-fault.js';
import { jsonFault } from '../json-fault.js';
import { UsageError, type Sentence } from '../usage-error.js';
import { faultsOf } from './issue-sentence.js';
import type { Plugins } from './load-plugins.js';

// A plugin has no dash in its id; a name with one is still meant for a template, and is told which there are.
const templateName = /^([a-z][a-z0-9_-]*)\/([a-z][a-z0-9_-]*)$/;
/** Largest model file, in megabytes; one with 500 nodes is below 2 MB. */
const maxModelSize = 8;
const megabyte = 1024 * 1024;

function checkParameterNames(
  template: string,
  parameters: readonly TemplateParameter[],
  given: Readonly<Record<string, string>>,
): void {
  const known = parameters.map(({ id }) => id);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(
    `${template} has no parameter "${unknown}"; ${known.length === 0 ? 'it has none' : `there are: ${known.join(', ')}`}.`,
    `${template} 没有参数“${unknown}”，${known.length === 0 ? '此模板没有参数' : `可用：${known.join('、')}`}。`,
  );
}

function fromTemplate(
  name: string,
  { plugins, faults }: Plugins,
  given: Readonly<Record<string, string>>,
): ModelDocument {
  const [, pluginId = '', templateId = ''] = templateName.exec(name) ?? [];
  const broken = faults.get(pluginId);
  if (broken !== undefined) throw faultsOf(`plugins/${pluginId}`, broken);
  const plugin = plugins.find(({ manifest }) => manifest.id === pluginId);
  const template = plugin?.manifest.contributes.templates.find(({ id }) => id === templateId);
  if (plugin === undefined || template === undefined) {
    const known = plugins.flatMap(({ manifest }) =>
      manifest.contributes.templates.map(({ id }) => `${manifest.id}/${id}`),
    );
    throw new UsageError(
      `There is neither a template nor a file "${name}"; ${known.length === 0 ? 'no plugin brings a template' : `templates are: ${known.join(', ')}`}.`,
      `没有名为“${name}”的模板或文件，${known.length === 0 ? '插件中没有任何模板' : `可用模板：${known.join('、')}`}。`,
    );
  }
  checkParameterNames(name, template.parameters, given);
  const result = instantiateTemplate(plugin.templates[templateId], template.parameters, given);
  if (!result.ok) throw faultsOf(name, result.issues);
  return result.document;
}

function unreadable(path: string, reason: Sentence, cause?: unknown): UsageError {
  return new UsageError(
    `The model file ${path} cannot be read: ${reason.en}.`,
    `无法读取模型文件 ${path}：${reason['zh-CN']}。`,
    { cause },
  );
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  let size: number;
  try {
    ({ size } = await stat(path));
    text = size > maxModelSize * megabyte ? '' : (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw unreadable(path, fileFault(cause), cause);
  }
  if (size > maxModelSize * megabyte) {
    const given = Math.ceil((size / megabyte) * 10) / 10;
    throw unreadable(path, {
      en: `it has ${given} MB, and at most ${maxModelSize} MB are read`,
      'zh-CN': `文件大小为 ${given} MB，超过上限 ${maxModelSize} MB`,
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const fault = jsonFault(text);
    throw new UsageError(
      `${path} is not JSON: ${fault.en}.`,
      `${path} 不是有效的 JSON：${fault['zh-CN']}。`,
      {
        cause,
      },
    );
  }
}

async function fromFile(path: string, given: Readonly<Record<string, string>>): Promise<ModelDocument> {
  const [parameter] = Object.keys(given);
  if (parameter !== undefined)
    throw new UsageError(
      `--param ${parameter} is of use with a template only, and ${path} is a model file.`,
      `--param ${parameter} 只能用于模板，而 ${path} 是模型文件。`,
    );
  const parsed = parseDocument(await readJson(path));
  if (!parsed.ok) throw faultsOf(path, parsed.issues);
  return parsed.document;
}

/** Whether `name` stands for a plugin's template, and not for a file. */
export function namesTemplate(name: string): boolean {
  return templateName.test(name) && !existsSync(name);
}

/**
 * The document that `--model` names, whether it makes sense or not: a plugin's template, or a file with a model document.
 * @throws UsageError where there is none, or it has not the form of one
 */
export async function readDocument(
  name: string,
  given: Readonly<Record<string, string>>,
  plugins: Plugins,
): Promise<ModelDocument> {
  const isTemplate = namesTemplate(name);
  if (!isTemplate && !existsSync(name))
    throw new UsageError(
      `There is no model file "${name}"; a template is named like retail/rfm.`,
      `没有模型文件“${name}”；使用模板时请写成 retail/rfm 这样的名称。`,
    );
  return isTemplate ? fromTemplate(name, plugins, given) : fromFile(name, given);
}

/**
 * Refuses a document with errors.
 * @param types - what the document is checked against; without them its fields and record types are left unchecked
 * @param code - the plugins whose code it may use; without them that is left unchecked
 * @throws UsageError
 */
export function checkModel(
  name: string,
  document: ModelDocument,
  types?: RecordTypes,
  code?: KnownCode,
): void {
  const issues: Issue[] = checkDocument(document, types, code);
  if (issues.some(({ severity }) => severity === 'error')) throw faultsOf(name, issues);
}
