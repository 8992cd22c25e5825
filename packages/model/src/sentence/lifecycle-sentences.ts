import type { JsonLogic } from '../document/json-logic.js';
import { localize, type Language } from '../document/localized-text.js';
import { inBoth, quantityWords, type BothLanguages } from '../explain/words.js';
import type { Lifecycle } from '../lifecycle/lifecycle-schema.js';

const steps = {
  up: { en: 'Upgrades go one step at a time.', 'zh-CN': '升级时每次只升一级。' },
  down: { en: 'Downgrades go one step at a time.', 'zh-CN': '降级时每次只降一级。' },
  both: { en: 'Upgrades and downgrades go one step at a time.', 'zh-CN': '升级和降级每次都只变动一级。' },
} as const;

/** How subjects move between tiers, one sentence per setting of the lifecycle. */
export function lifecycleSentences(
  lifecycle: Lifecycle,
  nameOf: (tier: string, language: Language) => string,
  wordsOf: (logic: JsonLogic, language: Language) => string,
): BothLanguages[] {
  const days = (count: number, language: Language): string => quantityWords(count, 'day', language);
  const { fastTracks = [], minimumStay, validityDays, graceDays, oneStep, stages } = lifecycle;
  const sentences: BothLanguages[] = fastTracks.map((track) =>
    inBoth((language) => {
      const [name, to, when] = [
        localize(track.name, language),
        nameOf(track.to, language),
        wordsOf(track.when, language),
      ];
      return language === 'en'
        ? `Fast track “${name}”: whoever is below ${to} goes there at once if ${when}.`
        : `快速通道“${name}”：${when}时，直接升入${to}。`;
    }),
  );
  if (stages !== undefined)
    sentences.push(
      inBoth((language) => {
        const names = stages.map((id) => nameOf(id, language));
        return language === 'en'
          ? `The stages are ${names.join(' → ')}.`
          : `阶段依次为${names.join(' → ')}。`;
      }),
    );
  if (oneStep !== undefined) sentences.push(steps[oneStep]);
  if (minimumStay !== undefined)
    sentences.push(
      inBoth((language) => {
        const stay = days(minimumStay.days, language);
        const isBoth = minimumStay.direction === 'both';
        if (language === 'en')
          return `A tier is held for at least ${stay}${isBoth ? ', upwards too' : ' before a downgrade'}.`;
        return isBoth ? `进入层级后至少停留 ${stay}，期间不升不降。` : `进入层级后至少停留 ${stay}才会降级。`;
      }),
    );
  if (validityDays !== undefined)
    sentences.push(
      inBoth((language) =>
        language === 'en'
          ? `A tier is valid for ${days(validityDays, language)}; whoever qualifies at the end holds it for another period.`
          : `层级有效期为 ${days(validityDays, language)}，期满仍达标则再延续一个周期。`,
      ),
    );
  if (graceDays !== undefined)
    sentences.push(
      inBoth((language) =>
        language === 'en'
          ? `Whoever no longer qualifies has ${days(graceDays, language)} of grace before the downgrade.`
          : `不再达标后有 ${days(graceDays, language)}的宽限期，之后才降级。`,
      ),
    );
  return sentences;
}
