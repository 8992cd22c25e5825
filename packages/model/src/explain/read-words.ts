import type { Language } from '../document/localized-text.js';
import type { ExplainContext } from './explain-context.js';
import { variableName, variableUnit } from './expression-words.js';
import { isWords, leadingName, localizedName, quote, valueWords } from './words.js';

/** The value of a node or of `previous.*` in words, with its unit; the present tier by its name. */
export function readValueWords(id: string, context: ExplainContext, language: Language): string {
  const value = context.values.get(id) ?? null;
  if (id === 'previous.tier' && typeof value === 'string' && value !== '')
    return quote(localizedName(context.nodes.get(value), value, language));
  const options = { unit: variableUnit(id, context.nodes), isNumber: context.numbers.has(id) };
  return valueWords(value, language, options);
}

/** What was read, inside a sentence: "frequency is 12, amount is missing". */
export function readWords(ids: readonly string[], context: ExplainContext, language: Language): string {
  return ids
    .map((id) =>
      isWords(variableName(id, context.nodes, language), readValueWords(id, context, language), language),
    )
    .join(language === 'en' ? ', ' : '，');
}

/** What was read, at the start of a sentence: "Frequency is 12". */
export function leadingReadWords(id: string, context: ExplainContext, language: Language): string {
  const node = context.nodes.get(id);
  const name = node === undefined ? variableName(id, context.nodes, language) : leadingName(node, language);
  return isWords(name, readValueWords(id, context, language), language);
}
