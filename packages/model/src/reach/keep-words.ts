import type { Scalar } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import { rangeWords } from '../explain/range-words.js';
import {
  afterChinese,
  beforeChinese,
  inBoth,
  isWords,
  leadingName,
  listWords,
  type BothLanguages,
} from '../explain/words.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { dimensionValue } from './reach-words.js';
import type { KeptRange } from './keeps.js';

type Range = Omit<KeptRange, 'sentence'>;

/** Whether two values are the neighbours 9 and 10, so that "at most 9" says all there is to say. */
function areWhole(...values: readonly Scalar[]): boolean {
  return values.every((value) => typeof value !== 'number' || Number.isInteger(value));
}

/** "At least 5 and less than 10,000"; null where there is no end. */
function keptWords(node: DimensionNode, range: Range, language: Language): string | null {
  const { minimum, maximum, below, above } = range;
  // A rule that ends at 10,000 is better said so than by the largest value it holds, 9,999.99.
  const isLowStrict = minimum !== null && below !== null && !areWhole(minimum, below) && areWhole(below);
  const isHighStrict = maximum !== null && above !== null && !areWhole(maximum, above) && areWhole(above);
  const low = minimum === null || below === null ? null : isLowStrict ? below : minimum;
  const high = maximum === null || above === null ? null : isHighStrict ? above : maximum;
  const isDate = node.valueType === 'date' || node.valueType === 'instant';
  return rangeWords(
    {
      minimum: low as number | string | null,
      maximum: high as number | string | null,
      minimumIncluded: !isLowStrict,
      maximumIncluded: !isHighStrict,
    },
    language,
    { unit: node.unit, isDate },
  );
}

/** "Orders is 12: the tier stays while it is at least 10." */
export function keepWords(node: DimensionNode, range: Range): BothLanguages {
  return inBoth((language) => {
    const name = leadingName(node, language);
    const isEnglish = language === 'en';
    if (range.value === null)
      return isEnglish
        ? `${name} is missing, and the tier rests on that.`
        : `${name}缺失，当前层级由此决定。`;
    const value = dimensionValue(node, range.value, language);
    const isAny =
      range.options !== null &&
      (node.domain?.options ?? []).length > 0 &&
      node.domain?.options?.every((option) => range.options?.includes(option)) === true;
    const words = isAny
      ? null
      : range.options === null
        ? keptWords(node, range, language)
        : listWords(
            range.options.map((option) => dimensionValue(node, option, language)),
            language,
            'or',
          );
    const start = isWords(name, value, language);
    if (words === null)
      return isEnglish ? `${start}: it alone does not change the tier.` : `${start}，单独变化不影响层级。`;
    if (isEnglish) return `${start}: the tier stays while it is ${words}.`;
    const kept = range.options === null && !/^[-\d]/.test(words) ? words : `取${afterChinese(words)}`;
    return `${start}，${beforeChinese(kept)}时层级不变。`;
  });
}
