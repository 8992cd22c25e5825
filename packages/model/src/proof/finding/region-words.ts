import type { Language } from '../../document/localized-text.js';
import { beforeHan, inBoth, listWords, localName, quantityOf, quote } from './words.js';
import type { ProofWords, RegionPart } from '../proof.js';
import type { Axis } from '../space/axis.js';

type Interval = Extract<RegionPart, { kind: 'interval' }>;

/** “5–9 次”, “不低于 10,000”, "at least 10,000", "above 9,999 and below 10,000". */
function intervalWords(part: Interval, axis: Axis, language: Language): string {
  const { minimum, maximum, minimumIncluded, maximumIncluded } = part;
  const isEnglish = language === 'en';
  const words = (value: number | string): string => quantityOf(value, axis, language);
  if (minimum !== null && minimum === maximum) return isEnglish ? words(minimum) : `为 ${words(minimum)}`;
  if (minimum !== null && maximum !== null && minimumIncluded && maximumIncluded) {
    const low = quantityOf(minimum, { ...axis, unit: undefined }, language);
    return typeof minimum === 'string'
      ? isEnglish
        ? `from ${low} to ${words(maximum)}`
        : `为 ${low} 至 ${words(maximum)}`
      : `${isEnglish ? '' : ' '}${low}–${words(maximum)}`;
  }
  const isDate = axis.scale === 'date' || axis.scale === 'instant';
  const isDays = axis.step !== null;
  const pick = (en: string, chinese: string): string => (isEnglish ? en : chinese);
  const low = isDate
    ? minimumIncluded
      ? pick('on or after', '不早于')
      : pick('after', '晚于')
    : minimumIncluded
      ? pick('at least', isDays ? '至少' : '不低于')
      : pick('above', '大于');
  const high = isDate
    ? maximumIncluded
      ? pick('on or before', '不晚于')
      : pick('before', '早于')
    : maximumIncluded
      ? pick('at most', '不超过')
      : pick('below', '低于');
  const ends = [
    ...(minimum === null ? [] : [`${low} ${words(minimum)}`]),
    ...(maximum === null ? [] : [`${high} ${words(maximum)}`]),
  ];
  return ends.length === 0
    ? pick('present', '有值')
    : isEnglish
      ? ends.join(' and ')
      : ends.map((words, index) => (index < ends.length - 1 ? beforeHan(words) : words)).join('且');
}

function textsWords(part: Extract<RegionPart, { kind: 'texts' }>, language: Language): string {
  const isEnglish = language === 'en';
  const { values, others, except: out } = part;
  if (!others) {
    const words = listWords(values.map(quote), language, 'or');
    return isEnglish ? words : `为${words}`;
  }
  // Short either way: the texts that are out, where there are fewer of them.
  if (out.length === 0) return isEnglish ? 'present' : '有值';
  if (values.length === 0 || out.length <= values.length + 1) {
    const words = listWords(out.map(quote), language, 'or');
    return isEnglish ? `other than ${words}` : `不是${words}`;
  }
  const words = listWords(values.map(quote), language, 'or');
  return isEnglish ? `${words} or not named in any rule` : `为${words}或规则未提到的其他值`;
}

function partWords(part: RegionPart, axis: Axis, language: Language): string {
  const isEnglish = language === 'en';
  const name = localName(axis, language);
  const orMissing = part.missing && part.kind !== 'missing' ? (isEnglish ? ' or missing' : '或缺失') : '';
  const space = isEnglish ? ' ' : '';
  switch (part.kind) {
    case 'missing':
      return isEnglish ? `${name} missing` : `${name}缺失`;
    case 'booleans': {
      const yes = part.values[0] === true;
      if (part.values.length > 1) return `${name}${isEnglish ? ' present' : '有值'}`;
      return `${name}${isEnglish ? (yes ? ' yes' : ' no') : yes ? '为是' : '为否'}${orMissing}`;
    }
    case 'texts':
      return `${name}${space}${textsWords(part, language)}${orMissing}`;
    case 'interval':
      return `${name}${space}${intervalWords(part, axis, language)}${orMissing}`;
  }
}

/** A region in words: “消费次数 5–9 次且消费金额不低于 10,000”, "orders 5–9 and amount at least 10,000". */
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
