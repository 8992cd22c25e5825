import type { ModelDocument } from '../document/model-document.js';
import type { Language } from '../document/localized-text.js';
import { variableName } from '../explain/expression-words.js';
import {
  afterChinese,
  inBoth,
  listWords,
  quantityWords,
  quotedName,
  type BothLanguages,
} from '../explain/words.js';
import { dimensionValue } from '../reach/reach-words.js';
import type { Values } from '../reach/subject-probe.js';
import type { ValidUntil } from './valid-until.js';

function causeWords(
  document: ModelDocument,
  cause: string,
  values: Values | null,
  language: Language,
): string {
  const nodes = new Map(document.nodes.map((each) => [each.id, each]));
  const node = nodes.get(cause);
  const name = variableName(cause, nodes, language);
  if (values === null) return name;
  const value = values[cause] ?? null;
  const words =
    node?.kind === 'dimension'
      ? dimensionValue(node, value, language)
      : quantityWords(Number(value), 'day', language);
  if (value === null) return language === 'en' ? `${name} becomes missing` : `${name}将缺失`;
  return language === 'en' ? `${name} reaches ${words}` : `${name}达到${afterChinese(words)}`;
}

/** "Without new records the tier becomes “Silver” on 2026-03-15 (recency reaches 91 days)." */
export function validityWords(
  document: ModelDocument,
  found: Omit<ValidUntil, 'sentence'>,
  values: Values,
): BothLanguages {
  return inBoth((language) => {
    const isEnglish = language === 'en';
    const tier = quotedName(document, found.tier, language);
    if (found.at === null) {
      const days = quantityWords(found.horizonDays, 'day', language);
      return isEnglish
        ? `Without new records the tier stays ${tier} for at least the next ${days}.`
        : `若没有新记录，至少在今后 ${days}内层级仍为${tier}。`;
    }
    const causes = listWords(
      found.causes.map((cause) => causeWords(document, cause, found.isBound ? null : values, language)),
      language,
    );
    if (found.isBound)
      return isEnglish
        ? `Without new records the tier stays ${tier} until the day before ${found.at}; from then on it may change as older records leave the windows (${causes}).`
        : `若没有新记录，${found.at} 之前层级保持为${tier}；从该日起，可能因旧记录移出时间窗口而变化（${causes}）。`;
    const next = quotedName(document, found.nextTier ?? '', language);
    return isEnglish
      ? `Without new records the tier changes from ${tier} to ${next} on ${found.at} (${causes}).`
      : `若没有新记录，层级将于 ${found.at} 由${tier}变为${next}（${causes}）。`;
  });
}
