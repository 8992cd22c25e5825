import type { Language } from '../document/localized-text.js';
import { numberWords, quote } from '../explain/words.js';

/** What a node gives, for example "score 5". */
export function outputWords(output: number | string, language: Language): string {
  if (typeof output === 'number')
    return language === 'en'
      ? `score ${numberWords(output, language)}`
      : `得 ${numberWords(output, language)} 分`;
  return language === 'en' ? `the label is ${quote(output)}` : `归为${quote(output)}`;
}
