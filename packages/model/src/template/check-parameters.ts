import type { TemplateParameter } from '../catalog/template-parameter.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { checkParameter } from './check-parameter.js';

type Value = string | number;

/** The values of all parameters, and everything that is wrong with those given. */
export interface CheckedParameters {
  /** By id; a parameter with a wrong value is not among them. */
  readonly values: ReadonlyMap<string, Value>;
  /** `UNKNOWN_PARAMETER` (also of one that another names as lower) and `WRONG_PARAMETER`, at `parameters.<id>`. */
  readonly issues: readonly Issue[];
}

/** Why the values of two parameters do not go together; null when they do. */
function checkOrder({ id, above }: TemplateParameter, values: ReadonlyMap<string, Value>): Issue | null {
  const [value, lower] = [values.get(id), above === undefined ? undefined : values.get(above)];
  if (above === undefined || value === undefined || lower === undefined || Number(value) > Number(lower))
    return null;
  return makeIssue(
    'WRONG_PARAMETER',
    ['parameters', id],
    `"${id}" is above "${above}", which is ${lower}; ${value} is not.`,
    `参数“${id}”须大于“${above}”（${lower}），${value} 不满足。`,
    { details: { parameter: id, value, above } },
  );
}

/**
 * Reads the values of declared parameters, alone and beside one another.
 * @param given - by parameter id; a parameter without one has its default
 */
export function checkParameters(
  declared: readonly TemplateParameter[],
  given: Readonly<Record<string, Value>>,
): CheckedParameters {
  const issues = Object.keys(given)
    .filter((id) => !declared.some((each) => each.id === id))
    .map((id) => unknownParameter(id, declared));
  for (const { above } of declared)
    if (above !== undefined && !declared.some((each) => each.id === above))
      issues.push(unknownParameter(above, declared));
  const values = new Map<string, Value>();
  for (const parameter of declared) {
    const own = Object.hasOwn(given, parameter.id) ? given[parameter.id] : undefined;
    const checked = checkParameter(parameter, own ?? parameter.default);
    if (checked.ok) values.set(parameter.id, checked.value);
    else issues.push(checked.issue);
  }
  for (const parameter of declared) {
    const issue = checkOrder(parameter, values);
    if (issue !== null) issues.push(issue);
  }
  return { values, issues };
}

function unknownParameter(id: string, declared: readonly TemplateParameter[]): Issue {
  const names = declared.map((each) => each.id);
  return makeIssue(
    'UNKNOWN_PARAMETER',
    ['parameters', id],
    `There is no parameter "${id}". Available: ${names.join(', ') || 'none'}. Remove it.`,
    `没有参数“${id}”。可用的参数：${names.join('、') || '无'}。请移除。`,
    { details: { parameter: id } },
  );
}
