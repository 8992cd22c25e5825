/** A text made comparable: full-width forms are plain, capitals small, spaces single; `starts` and `ends` lead back into the original. */
export interface FoldedText {
  readonly text: string;
  /** Per character of `text`, where its source begins and ends in the original (UTF-16 units). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// Extensions: the long-vowel mark ー belongs to Katakana by use only.
const cjk = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const wordPart = /[\p{L}\p{N}\p{M}_]/u;

/** Whether two such characters beside each other are one word: letters and digits, but not Chinese, which writes no spaces. */
export function isWordCharacter(character: string): boolean {
  return wordPart.test(character) && !cjk.test(character);
}

/** Makes `original` comparable. Spaces beside Chinese characters mean nothing and are dropped. */
export function fold(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let space: number | null = null;
  let isAfterChinese = false;
  let at = 0;
  for (const character of original) {
    const start = at;
    at += character.length;
    if (/\s/u.test(character)) {
      space ??= start;
      continue;
    }
    const plain = character.normalize('NFKC').toLowerCase();
    const [first, last] = [[...plain].at(0) ?? '', [...plain].at(-1) ?? ''];
    if (space !== null && text !== '' && !cjk.test(first) && !isAfterChinese) {
      text += ' ';
      starts.push(space);
      ends.push(start);
    }
    space = null;
    isAfterChinese = cjk.test(last);
    for (let index = 0; index < plain.length; index += 1) {
      starts.push(start);
      ends.push(at);
    }
    text += plain;
  }
  return { text, starts, ends };
}

/** Whether `part` stands in `text` at `at` as words of its own. */
export function standsAt(text: string, part: string, at: number): boolean {
  if (!text.startsWith(part, at)) return false;
  const [last, next] = [part.at(-1), text.charAt(at + part.length)];
  return last === undefined || next === '' || !(isWordCharacter(last) && isWordCharacter(next));
}
