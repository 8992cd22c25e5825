import { z } from 'zod';
import type { TemplateParameter } from '../catalog/template-parameter.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { nestingIssue } from '../document/nesting.js';
import { parseDocument, type ParsedDocument } from '../document/parse-document.js';
import { checkParameters } from './check-parameters.js';

/** When an item of a list is there at all. */
const presenceSchema = z.strictObject({
  parameter: z.string(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  equals: z.union([z.string(), z.number()]).optional(),
});

type Value = string | number;
type Path = readonly (string | number)[];

/** Plain decimal text of a number: `String` would write 1e-7. */
function decimalText(value: Value): string {
  if (typeof value === 'string') return value;
  const text = String(value);
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 15 : 0).replace(/\.?0+$/, '') : text;
}

/**
 * Makes a document out of a template. `{"$parameter": "<id>"}` stands for the value of a parameter, anywhere, also inside JSON
 * Logic; `{"$parameter": "<id>", "as": "text"}` writes it as text, which is what cut points and other decimals want. An item of a list
 * with `"$when": {"parameter": "<id>", "minimum": 19}` (or `maximum`, `equals`) is left out where the parameter's value does not fit, so
 * that a parameter can set how many nodes or rows there are; `"$value"` beside it is an item that is no object.
 * @param values - by parameter id; a parameter without one has its default
 * @returns the document, or issues `UNKNOWN_PARAMETER`, `WRONG_PARAMETER`, `WRONG_PRESENCE`, `INVALID_FORM`, `TOO_DEEP`
 * @since 0.1.0
 */
export function instantiateTemplate(
  template: unknown,
  parameters: readonly TemplateParameter[],
  values: Readonly<Record<string, Value>> = {},
): ParsedDocument {
  const deep = nestingIssue(template);
  if (deep !== null) return { ok: false, issues: [deep] };
  const known = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const { values: chosen, issues: wrong } = checkParameters(parameters, values);
  const issues: Issue[] = [...wrong];

  const replace = (json: unknown, path: Path): unknown => {
    if (Array.isArray(json))
      return json.flatMap((item: unknown, index) => {
        const read = readPresence(item, [...path, index], chosen, known, issues);
        return read.isPresent ? [replace(read.item, [...path, index])] : [];
      });
    if (typeof json !== 'object' || json === null) return json;
    const entries = Object.entries(json) as [string, unknown][];
    const id = Object.hasOwn(json, '$parameter') ? (json as { $parameter: unknown }).$parameter : undefined;
    if (id === undefined)
      return Object.fromEntries(entries.map(([key, value]) => [key, replace(value, [...path, key])]));
    const value = typeof id === 'string' ? chosen.get(id) : undefined;
    if (value === undefined) {
      if (typeof id !== 'string' || !known.has(id)) issues.push(unknownParameter(String(id), path, known));
      return null;
    }
    return (json as { as?: unknown }).as === 'text' ? decimalText(value) : value;
  };
  const document = replace(template, []);
  return issues.length > 0 ? { ok: false, issues } : parseDocument(document);
}

/** An item of a list without the condition under which it is there. */
function readPresence(
  item: unknown,
  path: Path,
  chosen: ReadonlyMap<string, Value>,
  known: ReadonlyMap<string, TemplateParameter>,
  issues: Issue[],
): { isPresent: boolean; item: unknown } {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, '$when'))
    return { isPresent: true, item };
  const { $when, ...rest } = item as Record<string, unknown>;
  const bare = Object.hasOwn(rest, '$value') ? rest['$value'] : rest;
  const parsed = presenceSchema.safeParse($when);
  if (!parsed.success) {
    issues.push(wrongPresence([...path, '$when']));
    return { isPresent: false, item: bare };
  }
  const { parameter, minimum, maximum, equals } = parsed.data;
  if (!known.has(parameter)) issues.push(unknownParameter(parameter, [...path, '$when', 'parameter'], known));
  const value = chosen.get(parameter);
  const isPresent =
    value !== undefined &&
    (minimum === undefined || Number(value) >= minimum) &&
    (maximum === undefined || Number(value) <= maximum) &&
    (equals === undefined || value === equals);
  return { isPresent, item: bare };
}

function wrongPresence(path: Path): Issue {
  return makeIssue(
    'WRONG_PRESENCE',
    path,
    'This names a parameter and what its value must be, for example {"parameter": "levels", "minimum": 19}; "maximum" and "equals" are possible too.',
    '此处应写明参数及其取值要求，例如 {"parameter": "levels", "minimum": 19}，也可使用 "maximum" 或 "equals"。',
  );
}

function unknownParameter(id: string, path: Path, known: ReadonlyMap<string, TemplateParameter>): Issue {
  const names = [...known.keys()];
  return makeIssue(
    'UNKNOWN_PARAMETER',
    path,
    `The template has no parameter "${id}". Available: ${names.join(', ') || 'none'}.`,
    `模板没有参数“${id}”。可用的参数：${names.join('、') || '无'}。`,
    { details: { parameter: id } },
  );
}
