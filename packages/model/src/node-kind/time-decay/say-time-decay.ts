import { limitWords } from '../../explain/range-words.js';
import { beforeChinese, numberWords, quantityWords } from '../../explain/words.js';
import type { SayContext } from '../say-context.js';
import type { TimeDecayNode } from './time-decay-node.js';

/** "total amount, weighted by days since last order: the weight halves every 30 days" */
export function sayTimeDecay(node: TimeDecayNode, context: SayContext): string {
  const { language } = context;
  const isEnglish = language === 'en';
  const age = context.nameOf(node.age);
  const unit = context.unitOf(node.age);
  const { curve } = node;
  const ageWords = (value: string): string => quantityWords(value, unit, language);
  const percent = (weight: string): string => `${numberWords(Number(weight) * 100, language)}%`;
  const how = (): string => {
    switch (curve.shape) {
      case 'halfLife':
        return isEnglish
          ? `the weight halves every ${ageWords(curve.halfLife)}`
          : `每 ${beforeChinese(ageWords(curve.halfLife))}权重减半`;
      case 'linear':
        return isEnglish
          ? `the weight falls evenly to 0 at ${ageWords(curve.end)}`
          : `权重匀速递减，到 ${beforeChinese(ageWords(curve.end))}时降为 0`;
      case 'steps':
        return curve.steps
          .map(({ until, weight }) => {
            const limit = limitWords('<', until, language, { unit });
            return isEnglish
              ? `${percent(weight)} if ${limit}`
              : `${beforeChinese(limit)}时权重为 ${percent(weight)}`;
          })
          .concat(isEnglish ? '0% after that' : '之后为 0%')
          .join(isEnglish ? ', ' : '，');
    }
  };
  const floor =
    Number(node.floor) === 0
      ? ''
      : isEnglish
        ? `, at least ${percent(node.floor)}`
        : `，最低 ${percent(node.floor)}`;
  const input = node.input === undefined ? null : context.nameOf(node.input);
  if (isEnglish) return `${input === null ? 'a weight' : `${input}, weighted`} by ${age}: ${how()}${floor}`;
  return `${input === null ? `按${age}计算权重` : `${input}按${age}加权`}：${how()}${floor}`;
}
