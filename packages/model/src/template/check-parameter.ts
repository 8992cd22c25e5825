import type { TemplateParameter } from '../catalog/template-parameter.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';

/** A parameter's value, or why it is none. @since 0.1.0 */
export type CheckedParameter =
  { readonly ok: true; readonly value: string | number } | { readonly ok: false; readonly issue: Issue };

/**
 * Reads a value for a parameter; a number may come as text, as it does from a command line. A text is not blank unless its default
 * is: every text contains the empty one, so a rule that looks for a word would hold for everybody.
 */
export function checkParameter(parameter: TemplateParameter, given: string | number): CheckedParameter {
  const refuse = (en: string, chinese: string): CheckedParameter => ({
    ok: false,
    issue: makeIssue('WRONG_PARAMETER', ['parameters', parameter.id], en, chinese, {
      details: { parameter: parameter.id, value: given },
    }),
  });
  if (parameter.type === 'text') {
    const isBlank = String(given).trim() === '' && String(parameter.default).trim() !== '';
    if (!isBlank) return { ok: true, value: String(given) };
    return refuse(
      `"${parameter.id}" needs a text, for example ${JSON.stringify(parameter.default)}; it is blank.`,
      `参数“${parameter.id}”不能为空，例如 ${JSON.stringify(parameter.default)}。`,
    );
  }
  if (parameter.type === 'choice') {
    const options = (parameter.options ?? []).map(({ value }) => value);
    const chosen = options.find((value) => value === given || String(value) === String(given).trim());
    if (chosen !== undefined) return { ok: true, value: chosen };
    return refuse(
      `"${parameter.id}" is one of ${options.join(', ')}, and not ${JSON.stringify(given)}.`,
      `参数“${parameter.id}”可选 ${options.join('、')}，不支持 ${JSON.stringify(given)}。`,
    );
  }
  const isWritten = typeof given === 'number' || /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(given);
  const value = isWritten ? Number(given) : Number.NaN;
  if (!Number.isFinite(value))
    return refuse(
      `"${parameter.id}" needs a number, not ${JSON.stringify(given)}.`,
      `参数“${parameter.id}”需要数字，而不是 ${JSON.stringify(given)}。`,
    );
  if (parameter.type === 'integer' && !Number.isInteger(value))
    return refuse(
      `"${parameter.id}" needs a whole number, not ${given}.`,
      `参数“${parameter.id}”需要整数，而不是 ${given}。`,
    );
  if (parameter.minimum !== undefined && value < parameter.minimum)
    return refuse(
      `"${parameter.id}" is at least ${parameter.minimum}; ${given} is too small.`,
      `参数“${parameter.id}”不能小于 ${parameter.minimum}，${given} 过小。`,
    );
  if (parameter.maximum !== undefined && value > parameter.maximum)
    return refuse(
      `"${parameter.id}" is at most ${parameter.maximum}; ${given} is too large.`,
      `参数“${parameter.id}”不能大于 ${parameter.maximum}，${given} 过大。`,
    );
  return { ok: true, value };
}
