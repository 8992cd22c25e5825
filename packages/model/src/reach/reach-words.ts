import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { Language } from '../document/localized-text.js';
import {
  afterChinese,
  inBoth,
  innerName,
  listWords,
  nameWords,
  quantityWords,
  quotedName,
  valueWords,
  type BothLanguages,
} from '../explain/words.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';
import type { Hold, PlannedChange } from './reach-result.js';

/** A change with what its words need. */
export interface SpokenChange extends PlannedChange {
  readonly node: DimensionNode;
  /** Whether an event now, which puts the days since the last one to 0, does it as well. */
  readonly doesEventNow: boolean;
}

/** The value of a dimension in words. */
export function dimensionValue(node: DimensionNode, value: Scalar, language: Language): string {
  const isNumber = node.valueType === 'number' || node.valueType === 'duration';
  return valueWords(value, language, { unit: node.unit, isNumber });
}

/** How far a value moves; from 12.5% to 4% are 8.5 percentage points, which is not 8.5%. */
function differenceWords(difference: number, unit: string | undefined, language: Language): string {
  const size = Math.abs(difference);
  if (unit !== 'percent') return quantityWords(size, unit, language);
  const number = quantityWords(size, undefined, language);
  return language === 'en' ? `${number} percentage ${size === 1 ? 'point' : 'points'}` : `${number} 个百分点`;
}

function englishChange({ node, from, to, difference, doesEventNow }: SpokenChange): string {
  const name = innerName(node, 'en');
  const value = dimensionValue(node, to, 'en');
  if (from === null) return `fill in ${value} for ${name}`;
  if (difference === null) return `change ${name} to ${value}`;
  const unit = node.valueType === 'number' || node.valueType === 'duration' ? node.unit : 'day';
  const amount = differenceWords(difference, unit, 'en');
  if (difference > 0) return `raise ${name} by ${amount} (to ${value})`;
  if (doesEventNow) return `bring ${name} down to ${value} (a new record now is enough)`;
  return `lower ${name} by ${amount} (to ${value})`;
}

function chineseChange({ node, from, to, difference, doesEventNow }: SpokenChange): string {
  const name = nameWords(node, 'zh-CN');
  const value = dimensionValue(node, to, 'zh-CN');
  if (from === null) return `补充${name}（填${afterChinese(value)}）`;
  if (difference === null) return `${name}改为${afterChinese(value)}`;
  const unit = node.valueType === 'number' || node.valueType === 'duration' ? node.unit : 'day';
  const amount = differenceWords(difference, unit, 'zh-CN');
  if (difference > 0) return `${name}再增加 ${amount}（达到${afterChinese(value)}）`;
  if (doesEventNow) return `${name}缩短到${afterChinese(value)}以内（现在有一条新记录即可）`;
  return `${name}减少 ${amount}（降到${afterChinese(value)}）`;
}

function rankOf(document: ModelDocument, id: string): number {
  const node = document.nodes.find((each): each is TierNode => each.kind === 'tier' && each.id === id);
  return node?.rank ?? Infinity;
}

/** “消费次数再增加 2 次（达到 7 次），且消费金额再增加 1,200（达到 11,200），即可升为“金卡”。” */
export function planWords(
  document: ModelDocument,
  changes: readonly SpokenChange[],
  before: string,
  after: string,
): BothLanguages {
  const rise = Math.sign(rankOf(document, before) - rankOf(document, after));
  return inBoth((language) => {
    const tier = quotedName(document, after, language);
    if (language === 'en') {
      const words = listWords(changes.map(englishChange), 'en');
      const verb = rise > 0 ? 'to rise to' : rise < 0 ? 'to fall to' : 'to become';
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${verb} ${tier}.`;
    }
    const verb = rise > 0 ? '即可升为' : rise < 0 ? '则会降为' : '即可成为';
    const parts = changes.map(chineseChange);
    const words = [...parts.slice(0, -1), `${parts.length > 1 ? '且' : ''}${parts.at(-1)}`].join('，');
    return `${words}，${verb}${tier}。`;
  });
}

/** What the lifecycle says, in words. */
function holdWords(hold: Hold, document: ModelDocument, language: Language): string {
  const { minimumStay, graceDays, validityDays } = document.lifecycle ?? {};
  const isEnglish = language === 'en';
  const days = (count: number | undefined): string => quantityWords(count ?? 0, 'day', language);
  switch (hold) {
    case 'minimumStay':
      return isEnglish
        ? `the minimum stay of ${days(minimumStay?.days)} is not over`
        : `最短停留期（${days(minimumStay?.days)}）未满`;
    case 'oneStep':
      return isEnglish ? 'only one step is taken at a time' : '每次只能变动一级';
    case 'graceDays':
      return isEnglish
        ? `the grace period of ${days(graceDays)} is not over`
        : `宽限期（${days(graceDays)}）未满`;
    case 'validityDays':
      return isEnglish
        ? `the present tier is valid for ${days(validityDays)}`
        : `当前层级的有效期（${days(validityDays)}）未满`;
    case 'keep':
      return isEnglish ? 'the keep condition of the present tier holds' : '当前层级的保级条件仍成立';
  }
}

/** "It qualifies for “Gold”, but the minimum stay of 30 days is not over, so it is “Silver”." */
export function blockedWords(
  document: ModelDocument,
  target: string,
  by: readonly Hold[],
  tier: string,
  isQualified: boolean,
): BothLanguages {
  return inBoth((language) => {
    const holds = listWords(
      by.map((hold) => holdWords(hold, document, language)),
      language,
    );
    const wanted = quotedName(document, target, language);
    const actual = quotedName(document, tier, language);
    if (language === 'en') {
      const start = isQualified
        ? `The subject qualifies for ${wanted}`
        : `The subject can qualify for ${wanted}`;
      return `${start}, but ${holds}, so its tier ${isQualified ? 'is' : 'would be'} ${actual}.`;
    }
    const start = isQualified ? `已达到${wanted}的条件` : `可以达到${wanted}的条件`;
    return `${start}，但${holds}，层级${isQualified ? '仍' : '会'}为${actual}。`;
  });
}

/** The result in one sentence where there is no plan to read. */
export function outcomeWords(
  document: ModelDocument,
  target: string,
  outcome: 'reached' | 'none' | 'unreachable' | 'bounded',
  maximumChanges: number,
): BothLanguages {
  return inBoth((language) => {
    const tier = quotedName(document, target, language);
    const isEnglish = language === 'en';
    const upTo = maximumChanges === 1 ? 'one dimension' : `up to ${maximumChanges} dimensions`;
    switch (outcome) {
      case 'reached':
        return isEnglish ? `The tier is ${tier} already.` : `当前层级已满足${tier}。`;
      case 'unreachable':
        return isEnglish
          ? `No change of dimensions that can be changed leads to ${tier}.`
          : `可调整的维度无论如何变化，都达不到${tier}。`;
      case 'none':
        return isEnglish
          ? `No change of ${upTo} leads to ${tier}.`
          : `最多调整 ${maximumChanges} 个维度，都达不到${tier}。`;
      case 'bounded':
        return isEnglish
          ? `No way to ${tier} was found, but not every change of ${upTo} was tried.`
          : `未找到达到${tier}的方式，但未能穷尽最多 ${maximumChanges} 个维度的全部变化。`;
    }
  });
}
