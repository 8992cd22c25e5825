import type { Language } from '../../document/localized-text.js';
import { numberWords } from '../../explain/words.js';

/** "1 point", "80 points" / “80 分”. */
export function pointsWords(points: number | string, language: Language): string {
  const number = numberWords(points, language);
  if (language === 'zh-CN') return `${number} 分`;
  return `${number} ${Number(points) === 1 ? 'point' : 'points'}`;
}
