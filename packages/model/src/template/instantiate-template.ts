import type { TemplateParameter } from '../catalog/template-parameter.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { nestingIssue } from '../document/nesting.js';
import { parseDocument, type ParsedDocument } from '../document/parse-document.js';
import { checkParameter } from './check-parameter.js';

type Value = string | number;

/** Plain decimal text of a number: `String` would write 1e-7. */
function decimalText(value: Value): string {
  if (typeof value === 'string') return value;
  const text = String(value);
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 15 : 0).replace(/\.?0+$/, '') : text;
}

/**
 * Makes a document out of a template. `{"$parameter": "<id>"}` stands for the value of a parameter, anywhere, also inside JSON
 * Logic; `{"$parameter": "<id>", "as": "text"}` writes it as text, which is what cut points and other decimals want.
 * @param values - by parameter id; a parameter without one has its default
 * @returns the document, or issues `UNKNOWN_PARAMETER`, `WRONG_PARAMETER`, `INVALID_FORM`, `TOO_DEEP`
 * @since 0.1.0
 */
export function instantiateTemplate(
  template: unknown,
  parameters: readonly TemplateParameter[],
  values: Readonly<Record<string, Value>> = {},
): ParsedDocument {
  const deep = nestingIssue(template);
  if (deep !== null) return { ok: false, issues: [deep] };
  const issues: Issue[] = [];
  const known = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  for (const id of Object.keys(values))
    if (!known.has(id)) issues.push(unknownParameter(id, ['parameters', id], known));
  const chosen = new Map<string, Value>();
  for (const parameter of parameters) {
    const given = Object.hasOwn(values, parameter.id) ? values[parameter.id] : undefined;
    const checked = checkParameter(parameter, given ?? parameter.default);
    if (checked.ok) chosen.set(parameter.id, checked.value);
    else issues.push(checked.issue);
  }

  const replace = (json: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(json)) return json.map((item: unknown, index) => replace(item, [...path, index]));
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

function unknownParameter(
  id: string,
  path: readonly (string | number)[],
  known: ReadonlyMap<string, TemplateParameter>,
): Issue {
  const names = [...known.keys()];
  return makeIssue(
    'UNKNOWN_PARAMETER',
    path,
    `The template has no parameter "${id}". Available: ${names.join(', ') || 'none'}.`,
    `模板没有参数“${id}”。可用的参数：${names.join('、') || '无'}。`,
    { details: { parameter: id } },
  );
}
