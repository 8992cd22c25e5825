import { parseExpression } from '@terrace/expression';
import { expressionWords, type JsonLogic, type Language, type ModelNode } from '@terrace/model';

/** Says a rule over the nodes in words; nothing for what is no rule. */
export function sentenceOf(
  logic: JsonLogic,
  nodes: ReadonlyMap<string, ModelNode>,
  language: Language,
): string | undefined {
  const parsed = parseExpression(logic);
  return parsed.ok ? expressionWords(parsed.node, nodes, language) : undefined;
}
