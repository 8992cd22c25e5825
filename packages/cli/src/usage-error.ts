import { localize, type Language } from '@terrace/model';

/** A sentence in both languages. */
export interface Sentence {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** The caller asked for something that cannot be done: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly sentence: Sentence;
  constructor(en: string, zh: string, options?: ErrorOptions) {
    super(en, options);
    this.sentence = { en, 'zh-CN': zh };
  }
}

/** Something that is not the caller's fault went wrong: one sentence, exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly sentence: Sentence;
  constructor(en: string, zh: string, options?: ErrorOptions) {
    super(en, options);
    this.sentence = { en, 'zh-CN': zh };
  }
}

/** Makes one sentence on one line of a text that may have several. */
export function joinSentences(text: string): string {
  return (
    text
      .trim()
      .replace(/\.\s+(?=\S)/g, '; ')
      // A word goes on small; a name or an abbreviation stays as it is.
      .replace(/(?<=; )[A-Z](?=[a-z]* )/g, (letter) => letter.toLowerCase())
      .replace(/。\s*(?=\S)/g, '；')
      .replace(/\s*\n\s*/g, ' ')
  );
}

/** An English text as it goes on after a colon: a name or an abbreviation stays as it is. */
export function continued(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

/** `sentence` on one line. */
export function oneLine(sentence: Sentence, language: Language): string {
  return localize(sentence, language).replace(/\s*\n\s*/g, ' ');
}
