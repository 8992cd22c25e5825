import type { ModelDocument } from '../document/model-document.js';
import type { Language } from '../document/localized-text.js';
import {
  inBoth,
  innerName,
  listWords,
  nameWords,
  quantityWords,
  quote,
  type BothLanguages,
} from '../explain/words.js';
import { dimensionValue } from '../reach/reach-words.js';
import type { Values } from '../reach/subject-probe.js';
import type { ValidUntil } from './valid-until.js';

/** What a lifecycle counts, in words. */
const previousWords: Readonly<Record<string, BothLanguages>> = {
  'previous.days': { en: 'days in the present tier', 'zh-CN': '当前层级已持续天数' },
  'previous.failingDays': { en: 'days without qualifying', 'zh-CN': '连续不达标天数' },
  'previous.validDays': { en: 'days of the validity period', 'zh-CN': '有效期已过天数' },
};

function causeWords(
  document: ModelDocument,
  cause: string,
  values: Values | null,
  language: Language,
): string {
  const node = document.nodes.find((each) => each.id === cause);
  const name = node === undefined ? (previousWords[cause]?.[language] ?? cause) : innerName(node, language);
  if (values === null) return name;
  const value = values[cause] ?? null;
  const words =
    node?.kind === 'dimension'
      ? dimensionValue(node, value, language)
      : quantityWords(Number(value), 'day', language);
  if (value === null) return language === 'en' ? `${name} becomes missing` : `${name}将缺失`;
  return language === 'en' ? `${name} reaches ${words}` : `${name}达到 ${words}`;
}

/** "Without new records the tier becomes “Silver” on 2026-03-15 (recency reaches 91 days)." */
export function validityWords(
  document: ModelDocument,
  found: Omit<ValidUntil, 'sentence'>,
  values: Values,
): BothLanguages {
  const nameOf = (id: string, language: Language): string => {
    const node = document.nodes.find((each) => each.id === id);
    return quote(node === undefined ? id : nameWords(node, language));
  };
  return inBoth((language) => {
    const isEnglish = language === 'en';
    const tier = nameOf(found.tier, language);
    if (found.at === null) {
      const days = quantityWords(found.horizonDays, 'day', language);
      return isEnglish
        ? `Without new records the tier stays ${tier} for the next ${days}, as far as was looked.`
        : `若没有新记录，在所考察的 ${days}内层级一直为${tier}。`;
    }
    const causes = listWords(
      found.causes.map((cause) => causeWords(document, cause, found.isBound ? null : values, language)),
      language,
    );
    if (found.isBound)
      return isEnglish
        ? `Without new records the tier stays ${tier} until the day before ${found.at}; from then on it may change as older records leave the windows (${causes}).`
        : `若没有新记录，${found.at} 之前层级保持为${tier}；从该日起，可能因旧记录移出时间窗口而变化（${causes}）。`;
    const next = nameOf(found.nextTier ?? '', language);
    return isEnglish
      ? `Without new records the tier changes from ${tier} to ${next} on ${found.at} (${causes}).`
      : `若没有新记录，层级将于 ${found.at} 由${tier}变为${next}（${causes}）。`;
  });
}
