import type { Scalar } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { variableName, variableUnit } from './expression-words.js';
import { isWords, leadingName, localizedName, quote, valueWords } from './words.js';

/**
 * The values of one subject in words, such as a witness of a proof: "Days since last order is 29 days, total amount is 5,047.076".
 * @param values - by the ids of nodes and `previous.*`
 * @since 0.1.0
 */
export function valuesWords(
  document: ModelDocument,
  values: Readonly<Record<string, Scalar>>,
  language: Language,
): string {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const words = Object.entries(values).map(([id, value], index) => {
    const node = nodes.get(id);
    const name =
      index === 0 && node !== undefined ? leadingName(node, language) : variableName(id, nodes, language);
    if (id === 'previous.tier' && typeof value === 'string')
      return isWords(name, quote(localizedName(nodes.get(value), value, language)), language);
    const type = node === undefined ? undefined : declarationOfNode(node)?.type;
    const isNumber = type === 'number' || type === 'duration';
    return isWords(name, valueWords(value, language, { unit: variableUnit(id, nodes), isNumber }), language);
  });
  return words.join(language === 'en' ? ', ' : '，');
}
