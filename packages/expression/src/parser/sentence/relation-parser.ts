import type { ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { ComparisonParser, opposites } from './comparison-parser.js';
import type { Operand } from './operand.js';

/** What is said of a subject: that it is missing, contains, is one of, lies between, is compared, or is true by itself. */
export abstract class RelationParser extends ComparisonParser {
  protected relation(left: Operand): ExpressionNode {
    if (this.accept('missing') !== null) return this.#missing(left);
    if (this.accept('present') !== null) return operation('!', [this.#missing(left)]);
    const contains = this.accept('contains', 'lacks');
    if (contains !== null) {
      const part = this.nodeOf(this.textOperand());
      const node = operation('in', [part, this.nodeOf(left)]);
      return contains.words.has('lacks') ? operation('!', [node]) : node;
    }
    const listed = this.attempt(() => this.#listed(left));
    if (listed !== null) return listed;
    const between = this.attempt(() => this.between(left));
    if (between !== null) return between;
    return this.#compared(left);
  }

  #missing(left: Operand): ExpressionNode {
    const node = this.nodeOf(left);
    if (node.kind === 'variable') return operation('missing', [literal(node.name)]);
    return this.fail('NAME_EXPECTED', left.at, {
      en: `Only a named value can be missing, and "${left.at.text}" is none.`,
      'zh-CN': `只有具名的值才能判断是否缺失，“${left.at.text}”不是。`,
    });
  }

  #listed(left: Operand): ExpressionNode | null {
    const verb = this.accept('isIn', 'isNotIn');
    if (verb === null || !this.isLiteralNext()) return null;
    const items = this.items();
    this.accept('inEnd');
    const node = operation('in', [this.nodeBeside(left, items[0]), list(items)]);
    return verb.words.has('isNotIn') ? operation('!', [node]) : node;
  }

  #compared(left: Operand): ExpressionNode {
    const { isStrict } = this.reading;
    // “会员等级也不是金卡”
    const isDenied =
      !isStrict &&
      this.peek().words.has('nor') &&
      this.peek(1).words.has('is') &&
      left.kind === 'open' &&
      left.activities.length === 0;
    if (isDenied) this.next();
    const is = this.accept('is', 'isNot');
    let isNegated = isDenied || (is !== null && !is.words.has('is'));
    if (!isStrict && this.startsOrder(1) && this.accept('not') !== null) isNegated = !isNegated;
    // “消费金额过 10 万元”; “消费过 10 次” is the past tense.
    const isOver =
      !isStrict &&
      this.peek().text === '过' &&
      this.peek(1).number !== undefined &&
      left.kind === 'open' &&
      left.activities.length === 0;
    if (isOver) this.next();
    const order = isOver ? '>' : this.order();
    if (order !== null) {
      const right = this.sum();
      const used = this.agreed(order);
      return this.compare(isNegated ? opposites[used] : used, left, right);
    }
    if (!isStrict) {
      if (this.peek().words.has('between') && this.startsOrder(1)) this.next();
      const quantity = this.quantity();
      if (quantity !== null) return this.quantified(left, quantity, isNegated, is === null);
    }
    if (is === null && (isStrict || this.peek().kind !== 'text')) return this.#bare(left);
    const right = this.textOperand();
    const isList = !isStrict && right.kind === 'node' && right.node.kind === 'literal' && !isNegated;
    const operator = isNegated ? '!=' : '==';
    if (!isList) return this.compare(operator, left, right);
    const items: ExpressionNode[] = [right.node];
    while (
      (this.peek().words.has('listComma') || this.peek().words.has('or')) &&
      this.isLiteralNext(1) &&
      !this.startsOwnClause(1)
    ) {
      this.next();
      items.push(this.oneLiteral());
    }
    this.accept('inEnd');
    if (items.length === 1) return this.compare(operator, left, right);
    return operation('in', [this.nodeBeside(left, right.node), list(items)]);
  }

  /** A name alone: true, or (for a doing) done at least once. */
  #bare(left: Operand): ExpressionNode {
    if (this.reading.isStrict || left.kind === 'node' || this.#isBoolean(left)) return this.nodeOf(left);
    if (left.activities.length > 0) {
      const count = left.activities.find(({ role }) => role === 'count');
      if (count !== undefined)
        return operation('>', [this.use(count, left.window ?? this.window, left.at), literal(0)]);
    }
    const token = this.peek();
    return this.notUnderstood(token, {
      en: `what "${left.at.text}" is compared with`,
      'zh-CN': `与“${left.at.text}”比较的内容（如“超过 5”）`,
    });
  }

  #isBoolean(operand: Operand): boolean {
    return operand.kind === 'open' && operand.entries.some(({ type }) => type === 'boolean');
  }
}
