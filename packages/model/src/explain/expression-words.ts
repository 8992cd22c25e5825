import { sentenceOf, variablesOf, type ExpressionNode } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import type { ModelNode } from '../document/node.js';
import type { PreviousInput } from '../lifecycle/previous-inputs.js';
import { withTierNames } from './tier-names.js';
import { innerName, type BothLanguages } from './words.js';

/** What `previous.*` is called in a sentence. */
const previousWords: Readonly<Record<PreviousInput, BothLanguages>> = {
  'previous.tier': { en: 'present tier', 'zh-CN': '现有层级' },
  'previous.days': { en: 'time in the present tier', 'zh-CN': '现有层级持续时间' },
  'previous.failingDays': { en: 'time since it failed to qualify', 'zh-CN': '未达标时间' },
  'previous.validDays': { en: 'time in the validity period', 'zh-CN': '有效期已过时间' },
};

/** The name of a variable inside a sentence. */
export function variableName(
  name: string,
  nodes: ReadonlyMap<string, ModelNode>,
  language: Language,
): string {
  const node = nodes.get(name);
  if (node !== undefined) return innerName(node, language);
  return Object.hasOwn(previousWords, name) ? previousWords[name as PreviousInput][language] : name;
}

/** The unit of a variable's values. */
export function variableUnit(name: string, nodes: ReadonlyMap<string, ModelNode>): string | undefined {
  const node = nodes.get(name);
  if (node?.kind === 'dimension' || node?.kind === 'formula') return node.unit;
  if (node?.kind === 'custom') return node.definition.unit;
  // What is weighted down by its age is still money, or times.
  if (node?.kind === 'timeDecay')
    return node.input === undefined || node.input === name ? undefined : variableUnit(node.input, nodes);
  if (node !== undefined) return undefined;
  return Object.hasOwn(previousWords, name) && name !== 'previous.tier' ? 'day' : undefined;
}

/**
 * Says an expression over the values of nodes in words, with their names and units, and tiers by their names.
 * @param nodes - the nodes of the document by id
 * @since 0.1.0
 */
export function expressionWords(
  expression: ExpressionNode,
  nodes: ReadonlyMap<string, ModelNode>,
  language: Language,
): string {
  const names = Object.fromEntries(
    variablesOf(expression).map((name) => {
      const unit = variableUnit(name, nodes);
      return [
        name,
        { [language]: variableName(name, nodes, language), ...(unit === undefined ? {} : { unit }) },
      ];
    }),
  );
  return sentenceOf(withTierNames(expression, nodes, language), names, language);
}
