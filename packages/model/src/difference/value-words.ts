import { parseExpression } from '@terrace/expression';
import { cellSchema } from '../cell/cell.js';
import { cellValueWords } from '../cell/cell-words.js';
import type { Language, LocalizedText } from '../document/localized-text.js';
import { localize, localizedTextSchema } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import { windowSchema } from '../document/dimension-source.js';
import { windowWords } from '../draft/window-words.js';
import { expressionWords } from '../explain/expression-words.js';
import { quantityWords, quote, quotedName, valueWords } from '../explain/words.js';
import { codeWords } from './code-words.js';

/** Longest a value may be inside a sentence, in characters; the data has all of it. */
const maxLength = 160;
const logicFields = new Set(['when', 'entry', 'keep', 'population', 'expression', 'where']);
const referenceFields = new Set([
  'input',
  'inputs',
  'age',
  'context',
  'tier',
  'to',
  'fallback',
  'amount',
  'priority',
  'stages',
]);

function shortened(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}

/** A thing by its own name where it has one. */
function named(value: object, language: Language): string | null {
  const { name, id } = value as { readonly name?: unknown; readonly id?: unknown };
  const parsed = localizedTextSchema.safeParse(name ?? value);
  if (parsed.success) return quote(localize(parsed.data as LocalizedText, language));
  return typeof id === 'string' ? quote(id) : null;
}

/** Conditions as sentences over the names of nodes; other fields too large to be read give null. */
function logicWords(value: unknown, document: ModelDocument, language: Language): string | null {
  const parsed = parseExpression(value);
  if (!parsed.ok) return null;
  return quote(
    expressionWords(parsed.node, new Map(document.nodes.map((node) => [node.id, node])), language),
  );
}

/** Units that fields have of themselves. */
function unitOfField(field: string): string | undefined {
  if (field === 'graceDays' || field === 'validityDays' || field === 'dueDays') return 'day';
  return field === 'weights' || field === 'shares' ? 'percent' : undefined;
}

function minimumStayWords(value: object, language: Language): string {
  const { days, direction } = value as { readonly days?: unknown; readonly direction?: unknown };
  const words = quantityWords(Number(days), 'day', language);
  if (language === 'en')
    return `${words} ${direction === 'both' ? 'before any change' : 'before a downgrade'}`;
  return `${words}（${direction === 'both' ? '升降级均适用' : '仅限降级'}）`;
}

/** `value` of the field with the name `field`, in words. */
export function fieldValue(
  value: unknown,
  field: string,
  document: ModelDocument,
  language: Language,
  unit?: string,
): string {
  if (value === undefined || value === null) return language === 'en' ? 'nothing' : '空';
  if (logicFields.has(field)) {
    const words = logicWords(value, document, language);
    if (words !== null) return shortened(words);
  }
  if (typeof value === 'string' && (referenceFields.has(field) || field === 'cells'))
    return quotedName(document, value, language);
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)))
    return quantityWords(value, unit ?? unitOfField(field), language);
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'string')
    return codeWords(field, value, language) ?? shortened(valueWords(value, language));
  if (Array.isArray(value))
    return shortened(
      value
        .map((each) => fieldValue(each, field, document, language, unit))
        .join(language === 'en' ? ', ' : '、'),
    );
  // Of an entry of a category map the sentence names the category already.
  if (Object.hasOwn(value, 'output') && Object.hasOwn(value, 'values'))
    return fieldValue((value as { readonly output: unknown }).output, field, document, language);
  const cell = cellSchema.safeParse(value);
  if (cell.success && cell.data !== null) return cellValueWords(cell.data, language, unit);
  const window = windowSchema.safeParse(value);
  // “From the last 90 days to the last 180 days”.
  if (window.success) return windowWords(window.data)[language].replace(/^in /, '');
  if (field === 'minimumStay') return minimumStayWords(value, language);
  return named(value, language) ?? shortened(JSON.stringify(value));
}
