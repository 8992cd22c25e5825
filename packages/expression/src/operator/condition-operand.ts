import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

/** Reports an operand that is no condition. The names that `missing` gives are one. */
export function checkCondition(typed: Typed, index: number, context: CheckContext): void {
  if (typed.type === 'boolean' || typed.type === 'names' || typed.type === 'null' || typed.type === 'unknown')
    return;
  context.report(
    'CONDITION_EXPECTED',
    index,
    {
      en: `Here a condition is needed, not ${typeNames[typed.type].en}. Compare it with something, for example {">": [..., 0]}, or ask whether it is there with {"!": {"missing": [...]}}.`,
      'zh-CN': `此处需要一个条件，而不是${typeNames[typed.type]['zh-CN']}。请与某个值比较，例如 {">": [..., 0]}，或用 {"!": {"missing": [...]}} 判断是否有值。`,
    },
    { details: { type: typed.type } },
  );
}
