import {
  checkDocument,
  instantiateTemplate,
  parseDocument,
  type Issue,
  type ModelDocument,
  type RecordTypes,
  type TemplateParameter,
} from '@terrace/model';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../usage-error.js';
import { faultsOf } from './issue-sentence.js';
import type { Plugins } from './load-plugins.js';

const templateName = /^([a-z][a-z0-9_]*)\/([a-z][a-z0-9_-]*)$/;
/** Largest model file, in bytes; one with 500 nodes is below 2 MB. */
const maxModelBytes = 8 * 1024 * 1024;

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
      `There is neither a template nor a file "${name}"; templates are: ${known.join(', ')}.`,
      `没有名为“${name}”的模板或文件，可用模板：${known.join('、')}。`,
    );
  }
  checkParameterNames(name, template.parameters, given);
  const result = instantiateTemplate(plugin.templates[templateId], template.parameters, given);
  if (!result.ok) throw faultsOf(name, result.issues);
  return result.document;
}

async function fromFile(path: string, given: Readonly<Record<string, string>>): Promise<ModelDocument> {
  const [parameter] = Object.keys(given);
  if (parameter !== undefined)
    throw new UsageError(
      `--param ${parameter} is of use with a template only, and ${path} is a model file.`,
      `--param ${parameter} 只能用于模板，而 ${path} 是模型文件。`,
    );
  let json: unknown;
  try {
    const { size } = await stat(path);
    if (size > maxModelBytes) throw new RangeError(`${size} bytes, at most ${maxModelBytes} are read`);
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const isJson = !(cause instanceof SyntaxError);
    throw new UsageError(
      isJson ? `The model file ${path} cannot be read: ${reason}.` : `${path} is not JSON: ${reason}.`,
      isJson ? `无法读取模型文件 ${path}：${reason}。` : `${path} 不是有效的 JSON：${reason}。`,
      { cause },
    );
  }
  const parsed = parseDocument(json);
  if (!parsed.ok) throw faultsOf(path, parsed.issues);
  return parsed.document;
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
  const isTemplate = templateName.test(name) && !existsSync(name);
  if (!isTemplate && !existsSync(name))
    throw new UsageError(
      `There is no model file "${name}"; a template is named like retail/rfm.`,
      `没有模型文件“${name}”；使用模板时请写成 retail/rfm 这样的名称。`,
    );
  return isTemplate ? fromTemplate(name, plugins, given) : fromFile(name, given);
}

/**
 * The sound document that `--model` names.
 * @param types - what the document is checked against; without them its fields and record types are left unchecked
 * @throws UsageError
 */
export async function readModel(
  name: string,
  given: Readonly<Record<string, string>>,
  plugins: Plugins,
  types?: RecordTypes,
): Promise<ModelDocument> {
  const document = await readDocument(name, given, plugins);
  const issues: Issue[] = checkDocument(document, types);
  if (issues.some(({ severity }) => severity === 'error')) throw faultsOf(name, issues);
  return document;
}
