import type { ExpressionNode } from '../ast/expression-node.js';
import type { JsonPath } from '../ast/json-path.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation } from '../ast/operation-node.js';
import { variable } from '../ast/variable-node.js';
import { expressionIssue, type BilingualText, type ExpressionIssue } from '../issue.js';
import { defaultLimits, type ExpressionLimits } from '../limits.js';
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
  constructor(limits: ExpressionLimits) {
    this.#limits = limits;
  }

  #fail(
    code: string,
    path: JsonPath,
    message: BilingualText,
    details?: Record<string, unknown>,
  ): ExpressionNode {
    if (this.issues.length < maxIssues) this.issues.push(expressionIssue(code, path, message, details));
    return literal(null);
  }

  #checkText(text: string, path: JsonPath): boolean {
    if (text.length > this.#limits.maxTextLength) {
      this.#fail('TEXT_TOO_LONG', path, {
        en: `A text has ${text.length} characters; at most ${this.#limits.maxTextLength} are allowed. Shorten it.`,
        'zh-CN': `文本长度为 ${text.length} 个字符，最多 ${this.#limits.maxTextLength} 个，请缩短。`,
      });
      return false;
    }
    // PostgreSQL stores neither the zero character nor half of a surrogate pair.
    if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) {
      this.#fail('TEXT_NOT_STORABLE', path, {
        en: 'A text contains a character that cannot be stored (U+0000 or half of a pair). Remove it.',
        'zh-CN': '文本中包含无法存储的字符（U+0000 或不完整的字符），请删除。',
      });
      return false;
    }
    return true;
  }

  read(logic: unknown, path: JsonPath, depth: number): ExpressionNode {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) {
      if (this.#nodes === this.#limits.maxNodes + 1)
        this.#fail('TOO_MANY_NODES', path, {
          en: `The expression has more than ${this.#limits.maxNodes} parts. Split it into several conditions.`,
          'zh-CN': `表达式超过 ${this.#limits.maxNodes} 个部分，请拆分为多个条件。`,
        });
      return literal(null);
    }
    if (depth > this.#limits.maxDepth)
      return this.#fail('TOO_DEEP', path, {
        en: `The expression is nested more than ${this.#limits.maxDepth} levels deep. Flatten it or split it.`,
        'zh-CN': `表达式嵌套超过 ${this.#limits.maxDepth} 层，请简化或拆分。`,
      });
    if (logic === null || typeof logic === 'boolean') return literal(logic);
    if (typeof logic === 'number') {
      if (Number.isFinite(logic)) return literal(logic);
      return this.#fail('NUMBER_NOT_FINITE', path, {
        en: `${String(logic)} is not a number that can be compared. Use a finite number.`,
        'zh-CN': `${String(logic)} 不是可以比较的数字，请使用有限的数值。`,
      });
    }
    if (typeof logic === 'string') return this.#checkText(logic, path) ? literal(logic) : literal(null);
    if (Array.isArray(logic))
      return list(logic.map((item: unknown, index) => this.read(item, [...path, index], depth + 1)));
    if (typeof logic === 'object') return this.#readOperation(logic, path, depth);
    return this.#fail('NOT_JSON', path, {
      en: `A ${typeof logic} is not JSON. Use a number, text, true, false, null, a list or an operation.`,
      'zh-CN': `“${typeof logic}”不是 JSON，请使用数字、文本、true、false、null、列表或运算。`,
    });
  }

  #readOperation(logic: object, path: JsonPath, depth: number): ExpressionNode {
    const entries = Object.entries(logic) as [string, unknown][];
    const [entry] = entries;
    if (entry === undefined || entries.length > 1)
      return this.#fail('NOT_AN_OPERATION', path, {
        en: `An operation has exactly one operator, for example {"<": [1, 2]}; this has ${entries.length}.`,
        'zh-CN': `一个运算只能有一个运算符，例如 {"<": [1, 2]}；这里有 ${entries.length} 个。`,
      });
    const [operator, argument] = entry;
    if (operator === 'var') return this.#readVariable(argument, path, depth);
    const known = operatorOf(operator);
    if (known === undefined)
      return this.#fail(
        'UNKNOWN_OPERATOR',
        path,
        {
          en: `There is no operator "${operator.slice(0, 100)}". Available: var, ${operatorIds.join(', ')}.`,
          'zh-CN': `没有运算符“${operator.slice(0, 100)}”。可用的运算符：var、${operatorIds.join('、')}。`,
        },
        { operator: operator.slice(0, 100) },
      );
    const isList = Array.isArray(argument);
    const operands = isList
      ? argument.map((item: unknown, index) => this.read(item, [...path, operator, index], depth + 1))
      : [this.read(argument, [...path, operator], depth + 1)];
    const { minimum, maximum } = known.operandCount;
    if (operands.length < minimum || operands.length > maximum) {
      const expected =
        minimum === maximum
          ? { en: `${minimum}`, zh: `${minimum} 个` }
          : maximum === Infinity
            ? { en: `at least ${minimum}`, zh: `至少 ${minimum} 个` }
            : { en: `${minimum} to ${maximum}`, zh: `${minimum} 到 ${maximum} 个` };
      return this.#fail('WRONG_OPERAND_COUNT', path, {
        en: `"${operator}" takes ${expected.en} operand(s) and has ${operands.length}.`,
        'zh-CN': `“${operator}”需要${expected.zh}操作数，现有 ${operands.length} 个。`,
      });
    }
    return operation(operator, operands, isList ? 'list' : 'bare');
  }

  #readVariable(argument: unknown, path: JsonPath, depth: number): ExpressionNode {
    const isList = Array.isArray(argument);
    const parts: unknown[] = isList ? argument : [argument];
    const [name] = parts;
    if (typeof name !== 'string' || name === '' || parts.length > 2)
      return this.#fail('VARIABLE_NAME_EXPECTED', path, {
        en: '"var" takes the name of a dimension or field, for example {"var": "recency"}.',
        'zh-CN': '“var”需要维度或字段的名称，例如 {"var": "recency"}。',
      });
    if (!this.#checkText(name, [...path, 'var'])) return literal(null);
    const fallback = parts.length === 2 ? this.read(parts[1], [...path, 'var', 1], depth + 1) : null;
    return variable(name, fallback, isList ? 'list' : 'bare');
  }
}

/**
 * Reads JSON Logic into a tree. All faults are found at once; depth, number of nodes and length of texts are bounded.
 * Types are not looked at: see `checkExpression`.
 * @param logic - any value, also a hostile one
 * @returns the tree, or issues `TOO_DEEP`, `TOO_MANY_NODES`, `TEXT_TOO_LONG`, `TEXT_NOT_STORABLE`, `NUMBER_NOT_FINITE`, `NOT_JSON`,
 *   `NOT_AN_OPERATION`, `UNKNOWN_OPERATOR`, `WRONG_OPERAND_COUNT`, `VARIABLE_NAME_EXPECTED`
 * @example
 * const parsed = parseExpression({ '<': [{ var: 'recency' }, 90] });
 * @see https://jsonlogic.com/operations.html
 * @since 0.1.0
 */
export function parseExpression(logic: unknown, limits: Partial<ExpressionLimits> = {}): ParseResult {
  const parser = new Parser({ ...defaultLimits, ...limits });
  const node = parser.read(logic, [], 1);
  return parser.issues.length === 0 ? { ok: true, node } : { ok: false, issues: parser.issues };
}
