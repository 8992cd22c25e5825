import type { ExpressionNode } from '../ast/expression-node.js';
import type { JsonLogicValue } from '../ast/json-value.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation } from '../ast/operation-node.js';
import { record } from '../ast/record-node.js';
import { variable } from '../ast/variable-node.js';
import { expressionIssue, type BilingualText, type ExpressionIssue } from '../issue.js';
import { defaultLimits, type ExpressionLimits } from '../limits.js';
import { nearestNames } from '../nearest-names.js';
import { operatorIds, operatorOf } from '../operator/registry.js';

/** What {@link parseExpression} gives. @since 0.1.0 */
export type ParseResult =
  | { readonly ok: true; readonly node: ExpressionNode }
  | { readonly ok: false; readonly issues: ExpressionIssue[] };

/** Enough to show what is wrong; a hostile input must not make a hostile list of issues. */
const maxIssues = 100;

class Parser {
  readonly issues: ExpressionIssue[] = [];
  #nodes = 0;
  readonly #limits: ExpressionLimits;
  /** Where the reading is. */
  readonly #path: (string | number)[] = [];
  constructor(limits: ExpressionLimits) {
    this.#limits = limits;
  }

  #fail(code: string, message: BilingualText, details?: Record<string, unknown>): ExpressionNode {
    if (this.issues.length < maxIssues) this.issues.push(expressionIssue(code, this.#path, message, details));
    return literal(null);
  }

  #checkText(text: string): boolean {
    if (text.length > this.#limits.maxTextLength) {
      this.#fail('TEXT_TOO_LONG', {
        en: `A text has ${text.length} characters; at most ${this.#limits.maxTextLength} are allowed. Shorten it.`,
        'zh-CN': `文本长度为 ${text.length} 个字符，最多 ${this.#limits.maxTextLength} 个，请缩短。`,
      });
      return false;
    }
    // PostgreSQL stores neither the zero character nor half of a surrogate pair.
    if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) {
      this.#fail('TEXT_NOT_STORABLE', {
        en: 'A text contains a character that cannot be stored (U+0000 or half of a pair). Remove it.',
        'zh-CN': '文本中包含无法存储的字符（U+0000 或不完整的字符），请删除。',
      });
      return false;
    }
    return true;
  }

  /** Counts one more part at `depth`; false when that is too much. */
  #isWithin(depth: number): boolean {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) {
      if (this.#nodes === this.#limits.maxNodes + 1)
        this.#fail('TOO_MANY_NODES', {
          en: `The expression has more than ${this.#limits.maxNodes} parts. Split it into several conditions.`,
          'zh-CN': `表达式超过 ${this.#limits.maxNodes} 个部分，请拆分为多个条件。`,
        });
      return false;
    }
    if (depth > this.#limits.maxDepth) {
      this.#fail('TOO_DEEP', {
        en: `The expression is nested more than ${this.#limits.maxDepth} levels deep. Split it into several conditions.`,
        'zh-CN': `表达式嵌套超过 ${this.#limits.maxDepth} 层，请拆分为多个条件。`,
      });
      return false;
    }
    return true;
  }

  read(logic: unknown, depth: number): ExpressionNode {
    if (!this.#isWithin(depth)) return literal(null);
    if (logic === null || typeof logic === 'boolean') return literal(logic);
    if (typeof logic === 'number') return this.#isFinite(logic) ? literal(logic) : literal(null);
    if (typeof logic === 'string') return this.#checkText(logic) ? literal(logic) : literal(null);
    if (Array.isArray(logic)) return list(this.#readEach(logic, depth));
    if (typeof logic === 'object') {
      const keys = Object.keys(logic);
      const [key] = keys;
      return key === undefined || keys.length > 1
        ? record(this.#readRecord(logic, depth))
        : this.#readOperation(key, (logic as Record<string, unknown>)[key], depth);
    }
    return this.#notJson(logic);
  }

  #isFinite(value: number): boolean {
    if (Number.isFinite(value)) return true;
    this.#fail('NUMBER_NOT_FINITE', {
      en: `${String(value)} is not a number that can be compared. Use a finite number.`,
      'zh-CN': `${String(value)} 不是可以比较的数字，请使用有限的数值。`,
    });
    return false;
  }

  #notJson(value: unknown): ExpressionNode {
    return this.#fail('NOT_JSON', {
      en: `A ${typeof value} is not JSON. Use a number, text, true, false, null, a list or an operation.`,
      'zh-CN': `“${typeof value}”不是 JSON，请使用数字、文本、true、false、null、列表或运算。`,
    });
  }

  #readEach(items: readonly unknown[], depth: number): ExpressionNode[] {
    return items.map((item, index) => {
      this.#path.push(index);
      const node = this.read(item, depth + 1);
      this.#path.pop();
      return node;
    });
  }

  /** Plain data: what looks like an operation inside it is none. */
  #readPlain(value: unknown, depth: number): JsonLogicValue {
    if (!this.#isWithin(depth) || value === null) return null;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return this.#isFinite(value) ? value : null;
    if (typeof value === 'string') return this.#checkText(value) ? value : null;
    if (Array.isArray(value))
      return value.map((item: unknown, index) => {
        this.#path.push(index);
        const plain = this.#readPlain(item, depth + 1);
        this.#path.pop();
        return plain;
      });
    if (typeof value === 'object') return this.#readRecord(value, depth);
    this.#notJson(value);
    return null;
  }

  #readRecord(value: object, depth: number): { [key: string]: JsonLogicValue } {
    // `fromEntries` defines plain properties, also one called `__proto__`.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => {
        this.#path.push(key);
        this.#checkText(key);
        const plain = this.#readPlain(item, depth + 1);
        this.#path.pop();
        return [key, plain];
      }),
    );
  }

  #readOperation(operator: string, argument: unknown, depth: number): ExpressionNode {
    if (operator === 'var') {
      const found = this.#readVariable(argument, depth);
      if (found !== null) return found;
    }
    if (operatorOf(operator) === undefined) return this.#unknownOperator(operator);
    const isList = Array.isArray(argument);
    this.#path.push(operator);
    const operands = isList ? this.#readEach(argument, depth) : [this.read(argument, depth + 1)];
    this.#path.pop();
    return operation(operator, operands, isList ? 'list' : 'bare');
  }

  #unknownOperator(operator: string): ExpressionNode {
    const name = operator.slice(0, 100);
    const [nearest] = nearestNames(name, operatorIds);
    const hint =
      nearest === undefined
        ? { en: `Available: ${operatorIds.join(', ')}.`, zh: `可用的运算符：${operatorIds.join('、')}。` }
        : { en: `Did you mean "${nearest}"?`, zh: `是否想用“${nearest}”？` };
    return this.#fail(
      'UNKNOWN_OPERATOR',
      { en: `There is no operator "${name}". ${hint.en}`, 'zh-CN': `没有运算符“${name}”。${hint.zh}` },
      nearest === undefined ? { operator: name } : { operator: name, nearest },
    );
  }

  /** A variable named by a text written out; null for any other use of `var`, which is an operation like others. */
  #readVariable(argument: unknown, depth: number): ExpressionNode | null {
    const isList = Array.isArray(argument);
    const parts: readonly unknown[] = isList ? argument : [argument];
    const [name] = parts;
    if (typeof name !== 'string' || parts.length > 2) return null;
    this.#path.push('var');
    let node: ExpressionNode = literal(null);
    if (this.#checkText(name)) {
      this.#path.push(1);
      const fallback = parts.length === 2 ? this.read(parts[1], depth + 1) : null;
      this.#path.pop();
      node = variable(name, fallback, isList ? 'list' : 'bare');
    }
    this.#path.pop();
    return node;
  }
}

/**
 * Reads JSON Logic into a tree, all of the standard language: `toJsonLogic` gives back exactly what was read. All faults are found
 * at once; depth, number of nodes and length of texts are bounded. Types and numbers of operands are not looked at: see
 * `checkExpression` for rules over declared inputs, and `applyJsonLogic` for rules without types.
 * @param logic - any value, also a hostile one
 * @returns the tree, or issues `TOO_DEEP`, `TOO_MANY_NODES`, `TEXT_TOO_LONG`, `TEXT_NOT_STORABLE`, `NUMBER_NOT_FINITE`, `NOT_JSON`,
 *   `UNKNOWN_OPERATOR`
 * @example
 * const parsed = parseExpression({ '<': [{ var: 'recency' }, 90] });
 * @see https://jsonlogic.com/operations.html
 * @since 0.1.0
 */
export function parseExpression(logic: unknown, limits: Partial<ExpressionLimits> = {}): ParseResult {
  const parser = new Parser({ ...defaultLimits, ...limits });
  const node = parser.read(logic, 1);
  return parser.issues.length === 0 ? { ok: true, node } : { ok: false, issues: parser.issues };
}
