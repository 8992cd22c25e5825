import type { Language } from '../document/localized-text.js';
import type { Lifecycle } from '../lifecycle/lifecycle-schema.js';
import { readCondition } from '../rule/read-condition.js';
import type { Trace } from '../lowering/trace.js';
import type { ExplainContext } from './explain-context.js';
import { expressionWords } from './expression-words.js';
import { localizedName, quantityWords, quote } from './words.js';

const days = (count: number, language: Language): string => quantityWords(count, 'day', language);

/** How long something has lasted already, where that is known. */
function soFar(
  context: ExplainContext,
  name: 'previous.days' | 'previous.failingDays' | 'previous.validDays',
  language: Language,
): string {
  const value = Number(context.values.get(name) ?? 0);
  return language === 'en' ? `${days(value, language)} so far` : `已过 ${days(value, language)}`;
}

/** What the lifecycle did with one subject; null where it changed nothing worth a word. */
export function policyWords(
  trace: Trace,
  lifecycle: Lifecycle,
  context: ExplainContext,
  language: Language,
): string | null {
  const isEnglish = language === 'en';
  const nameOf = (id: string): string => quote(localizedName(context.nodes.get(id), id, language));
  const from = nameOf(String(context.values.get('previous.tier') ?? ''));
  switch (trace.policy) {
    case null:
    case 'new':
    case 'same':
      return null;
    case 'requalified': {
      const period = days(lifecycle.validityDays ?? 0, language);
      return isEnglish
        ? `It qualifies again at the end of the validity period, so the tier is valid for another ${period}`
        : `有效期届满时重新认定达标，再延续 ${period}`;
    }
    case 'fast_track': {
      const track = lifecycle.fastTracks?.find((each) => each.id === trace.fastTrack);
      const name = quote(localizedName(track, trace.fastTrack ?? '', language));
      const words =
        track === undefined ? '' : expressionWords(readCondition(track.when), context.nodes, language);
      return isEnglish
        ? `The fast track ${name} holds (${words}) and leads up from ${from} at once`
        : `快速通道${name}成立（${words}），从${from}直接升入`;
    }
    case 'up':
      return isEnglish ? `It moves up from ${from}` : `由${from}升级`;
    case 'down':
      return isEnglish ? `It moves down from ${from}` : `由${from}降级`;
    case 'one_step_up':
      return isEnglish ? `It moves up from ${from}, one step at a time` : `由${from}升级，每次只升一级`;
    case 'one_step_down':
      return isEnglish ? `It moves down from ${from}, one step at a time` : `由${from}降级，每次只降一级`;
    case 'minimum_stay': {
      const stay = days(lifecycle.minimumStay?.days ?? 0, language);
      const passed = soFar(context, 'previous.days', language);
      return isEnglish
        ? `It stays, because the minimum stay is ${stay} (${passed})`
        : `仍在 ${stay}的最短停留期内（${passed}），层级不变`;
    }
    case 'valid': {
      const period = days(lifecycle.validityDays ?? 0, language);
      const passed = soFar(context, 'previous.validDays', language);
      return isEnglish
        ? `It stays, because the tier is valid for ${period} (${passed})`
        : `仍在 ${period}的有效期内（${passed}），层级不变`;
    }
    case 'grace': {
      const period = days(lifecycle.graceDays ?? 0, language);
      const passed = soFar(context, 'previous.failingDays', language);
      return isEnglish
        ? `It stays during the grace period of ${period} (${passed})`
        : `仍在 ${period}的宽限期内（${passed}），层级不变`;
    }
  }
}
