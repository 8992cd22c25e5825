import { numberWords } from '../../explain/words.js';
import type { SayContext } from '../say-context.js';
import type { TimeDecayNode } from './time-decay-node.js';

/** "total amount, weighted by days since last order: halves every 30" */
export function sayTimeDecay(node: TimeDecayNode, context: SayContext): string {
  const isEnglish = context.language === 'en';
  const age = context.nameOf(node.age);
  const { curve } = node;
  const how = (): string => {
    switch (curve.shape) {
      case 'halfLife':
        return isEnglish
          ? `halves every ${numberWords(curve.halfLife)}`
          : `每 ${numberWords(curve.halfLife)} 衰减一半`;
      case 'linear':
        return isEnglish
          ? `falls straight to 0 at ${numberWords(curve.end)}`
          : `线性衰减，到 ${numberWords(curve.end)} 时为 0`;
      case 'steps':
        return curve.steps
          .map(({ until, weight }) =>
            isEnglish
              ? `${numberWords(weight)} below ${numberWords(until)}`
              : `小于 ${numberWords(until)} 时为 ${numberWords(weight)}`,
          )
          .join(isEnglish ? ', ' : '，');
    }
  };
  const input = node.input === undefined ? null : context.nameOf(node.input);
  if (isEnglish)
    return input === null
      ? `a weight by ${age}: ${how()}`
      : `${input}, weighted by ${age}: the weight ${how()}`;
  return input === null ? `按${age}计算的权重：${how()}` : `${input}按${age}加权：权重${how()}`;
}
