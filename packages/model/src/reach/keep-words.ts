import type { Scalar } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import { inBoth, leadingName, listWords, type BothLanguages } from '../explain/words.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { dimensionValue } from './reach-words.js';
import type { KeptRange } from './keeps.js';

type Range = Omit<KeptRange, 'sentence'>;

/** Whether two values are the neighbours 9 and 10, so that "at most 9" says all there is to say. */
function areWhole(...values: readonly Scalar[]): boolean {
  return values.every((value) => typeof value !== 'number' || Number.isInteger(value));
}

/** "at least 5 and below 10,000"; null where there is no end. */
function rangeWords(node: DimensionNode, range: Range, language: Language): string | null {
  const { minimum, maximum, below, above } = range;
  const isEnglish = language === 'en';
  const words = (value: Scalar): string => dimensionValue(node, value, language);
  const ends: string[] = [];
  if (minimum !== null && below !== null) {
    const isStrict = !areWhole(minimum, below) && areWhole(below);
    if (isStrict) ends.push(isEnglish ? `above ${words(below)}` : `高于 ${words(below)}`);
    else ends.push(isEnglish ? `at least ${words(minimum)}` : `不低于 ${words(minimum)}`);
  }
  if (maximum !== null && above !== null) {
    const isStrict = !areWhole(maximum, above) && areWhole(above);
    if (isStrict) ends.push(isEnglish ? `below ${words(above)}` : `低于 ${words(above)}`);
    else ends.push(isEnglish ? `at most ${words(maximum)}` : `不超过 ${words(maximum)}`);
  }
  return ends.length === 0 ? null : ends.join(isEnglish ? ' and ' : '且');
}

/** "Orders is 12: the tier stays while it is at least 10." */
export function keepWords(node: DimensionNode, range: Range): BothLanguages {
  return inBoth((language) => {
    const name = leadingName(node, language);
    const isEnglish = language === 'en';
    if (range.value === null)
      return isEnglish
        ? `${name} is missing, and the tier rests on that.`
        : `${name}缺失，当前层级以此为准。`;
    const value = dimensionValue(node, range.value, language);
    const words =
      range.options === null
        ? rangeWords(node, range, language)
        : listWords(
            range.options.map((option) => dimensionValue(node, option, language)),
            language,
          );
    if (words === null)
      return isEnglish
        ? `${name} is ${value}: it alone does not change the tier.`
        : `${name}为 ${value}，单独变化不影响层级。`;
    if (range.options !== null)
      return isEnglish
        ? `${name} is ${value}: the tier stays with ${words}.`
        : `${name}为${value}，取${words}时层级不变。`;
    return isEnglish
      ? `${name} is ${value}: the tier stays while it is ${words}.`
      : `${name}为 ${value}，${words}${/\d$/.test(words) ? ' ' : ''}时层级不变。`;
  });
}
