import type { Language } from '../../document/localized-text.js';
import { rangeWords } from '../../explain/range-words.js';
import {
  beforeChinese,
  inBoth,
  innerName,
  isWords,
  listWords,
  quote,
  valueWords,
} from '../../explain/words.js';
import type { ProofWords, RegionPart } from '../proof.js';
import type { Axis } from '../space/axis.js';

/** What a part asks, as it stands after "is"; in Chinese after the name. */
function askedWords(part: RegionPart, axis: Axis, language: Language): string {
  const isEnglish = language === 'en';
  const present = isEnglish ? 'present' : '有值';
  switch (part.kind) {
    case 'missing':
      return isEnglish ? 'missing' : '缺失';
    case 'booleans':
      return part.values.length > 1 ? present : valueWords(part.values[0], language);
    case 'interval': {
      const isDate = axis.scale === 'date' || axis.scale === 'instant';
      return rangeWords(part, language, { unit: axis.unit, isDate }) ?? present;
    }
    case 'texts': {
      const { values, others, except: out } = part;
      if (!others) return listWords(values.map(quote), language, 'or');
      // Short either way: the texts that are out, where there are fewer of them.
      if (out.length === 0) return present;
      if (values.length === 0 || out.length <= values.length + 1) {
        const words = listWords(out.map(quote), language, 'or');
        return isEnglish ? `other than ${words}` : `不为${words}`;
      }
      const words = listWords(values.map(quote), language, 'or');
      return isEnglish ? `${words} or not named in any rule` : `${words}或规则未提到的其他值`;
    }
  }
}

function partWords(part: RegionPart, axis: Axis, language: Language): string {
  const words = isWords(innerName(axis, language), askedWords(part, axis, language), language);
  if (!part.missing || part.kind === 'missing') return words;
  return language === 'en' ? `${words} or missing` : `${beforeChinese(words)}或缺失`;
}

/** A region in words: “消费次数为 5–9 次，且消费金额不少于 1 万元”, "orders is 5–9 and amount is at least 10,000". */
export function regionWords(parts: readonly RegionPart[], axes: readonly Axis[]): ProofWords {
  return inBoth((language) => {
    // That a value is there at all goes without saying beside what it is about.
    const telling = parts.filter(
      (part) => part.kind !== 'interval' || part.missing || part.minimum !== null || part.maximum !== null,
    );
    const words = (telling.length === 0 ? parts : telling).flatMap((part) => {
      const axis = axes.find(({ id }) => id === part.dimension);
      return axis === undefined ? [] : [partWords(part, axis, language)];
    });
    if (words.length === 0) return language === 'en' ? 'everybody' : '所有对象';
    return words.join(language === 'en' ? ' and ' : '，且');
  });
}
