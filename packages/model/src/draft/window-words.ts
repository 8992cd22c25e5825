import type { Window } from '../document/dimension-source.js';
import { inBoth, quantityWords, type BothLanguages } from '../explain/words.js';

/** "In the last 90 days" / “近 90 天”. */
export function windowWords(window: Window): BothLanguages {
  return inBoth((language) => {
    const [amount, unit] = 'days' in window ? [window.days, 'day'] : [window.months, 'month'];
    const length = quantityWords(amount, unit, language);
    if (language === 'zh-CN') return `近 ${length}`;
    return amount === 1 ? `in the last ${unit}` : `in the last ${length}`;
  });
}

/** The name of a value over a window: "Number of orders in the last 90 days" / “近 90 天消费次数”. */
export function windowedNameWords(name: BothLanguages, window: Window): BothLanguages {
  const words = windowWords(window);
  return { en: `${name.en} ${words.en}`, 'zh-CN': `${words['zh-CN']}${name['zh-CN']}` };
}
