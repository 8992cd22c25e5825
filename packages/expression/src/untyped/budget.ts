import { ExpressionError, expressionIssue, type BilingualText } from '../issue.js';

/** Bounds on what evaluating may do: a short rule can ask for endless work by doubling a text or by lists inside lists. */
const maxSteps = 20_000_000;
const maxLength = 10_000_000;

/** Refuses to evaluate any further. */
export function refuse(code: string, message: BilingualText): never {
  throw new ExpressionError(code, message.en, [expressionIssue(code, [], message)]);
}

/** Counts the work of one evaluation. */
export class Budget {
  #steps = 0;

  step(): void {
    this.#steps += 1;
    if (this.#steps > maxSteps)
      refuse('TOO_MUCH_WORK', {
        en: `Evaluating takes more than ${maxSteps} steps. Shorten the lists or split the rule.`,
        'zh-CN': `计算超过 ${maxSteps} 步，请缩短列表或拆分规则。`,
      });
  }

  /** Hands a length through that a result is going to have. */
  length(length: number): void {
    if (length > maxLength)
      refuse('RESULT_TOO_LARGE', {
        en: `A text or list would be longer than ${maxLength}. Shorten what is joined.`,
        'zh-CN': `文本或列表的长度将超过 ${maxLength}，请减少拼接的内容。`,
      });
  }
}
