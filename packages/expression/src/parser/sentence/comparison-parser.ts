import type { ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import type { Order, Range } from './bound-parser.js';
import { convertUnit } from './convert-unit.js';
import { ListedValueParser } from './listed-value-parser.js';
import type { Operand, Quantity } from './operand.js';

/** The order that holds where another does not. */
export const opposites: Readonly<Record<Order, Order>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

/** Comparisons with numbers and other values, in the unit and type of what they are compared with. */
export abstract class ComparisonParser extends ListedValueParser {
  protected compare(operator: string, left: Operand, right: Operand): ExpressionNode {
    if (right.kind === 'node' && right.quantity !== undefined)
      return this.compareQuantity(operator, left, right.quantity);
    const other = this.nodeOf(right);
    return operation(operator, [this.nodeBeside(left, other), other]);
  }

  protected compareQuantity(operator: string, left: Operand, quantity: Quantity): ExpressionNode {
    if (left.kind === 'open') {
      const { node, value } = this.choose(left, { quantity, type: 'number' });
      return operation(operator, [node, literal(value ?? quantity.value)]);
    }
    return operation(operator, [left.node, literal(this.#valueBeside(left, quantity))]);
  }

  /** A number in the unit of what it is compared with. */
  #valueBeside(left: Operand, quantity: Quantity): number {
    if (left.kind === 'node') {
      if (this.reading.isStrict) return quantity.value;
      return convertUnit(quantity.value, quantity, quantity.unit, undefined)?.value ?? quantity.value;
    }
    const [slots, notes] = [this.slots.length, this.notes.length];
    const { value } = this.choose(left, { quantity, type: 'number' });
    this.slots.length = slots;
    this.notes.length = notes;
    return value ?? quantity.value;
  }

  protected nodeBeside(left: Operand, value: ExpressionNode | undefined): ExpressionNode {
    if (left.kind === 'node') return left.node;
    if (value?.kind !== 'literal' || value.value === null) return this.nodeOf(left);
    const type = typeof value.value === 'string' ? 'text' : (typeof value.value as 'number' | 'boolean');
    return this.choose(left, { type }).node;
  }

  protected between(left: Operand): ExpressionNode | null {
    this.accept('is');
    const verb = this.accept('between');
    if (verb === null) return null;
    if (this.reading.isStrict) {
      const low = this.sum();
      if (this.accept('to') === null)
        this.notUnderstood(this.peek(), { en: 'the upper end', 'zh-CN': '区间的上限' });
      const high = this.sum();
      this.accept('betweenEnd');
      const operator = this.accept('exclusive') === null ? '<=' : '<';
      this.accept('inclusive');
      return operation(operator, [this.nodeOf(low), this.nodeOf(left), this.nodeOf(high)]);
    }
    const low = this.quantity();
    if (low === null) return null;
    const range = this.rangeAfter(low);
    return range === null ? null : this.inRange(left, range);
  }

  protected inRange(left: Operand, { low, high, operator }: Range): ExpressionNode {
    const upper = { ...high, unit: high.unit ?? low.unit };
    const [least, most] = [this.#valueBeside(left, low), this.#valueBeside(left, upper)];
    if (least > most)
      this.fail('RANGE_REVERSED', low.at, {
        en: `The range goes from ${low.at.text} down to ${high.at.text}. Put the smaller number first.`,
        'zh-CN': `区间从 ${low.at.text} 到 ${high.at.text} 是倒序的，请把较小的数写在前面。`,
      });
    const node =
      left.kind === 'open' ? this.choose(left, { quantity: upper, type: 'number' }).node : left.node;
    return operation(operator, [literal(least), node, literal(most)]);
  }

  /** “5-9 次”, “5 次以上”, “5 次”. */
  protected quantified(left: Operand, bare: Quantity, isNegated: boolean, isBare: boolean): ExpressionNode {
    const range = this.rangeAfter(bare);
    if (range !== null) {
      const node = this.inRange(left, range);
      return isNegated ? operation('!', [node]) : node;
    }
    const after = this.afterOrder();
    // "3 or more times"
    const { unit, entries } = this.peek();
    const isUnitBehind = after !== null && bare.unit === undefined && unit !== undefined;
    const quantity = isUnitBehind && entries.length === 0 ? { ...bare, unit: this.next().unit } : bare;
    const operator = after ?? '==';
    if (isNegated && after !== null) return this.compareQuantity(opposites[after], left, quantity);
    const items = [quantity];
    while (after === null && this.peek().words.has('listComma') && this.peek(1).kind === 'number') {
      this.next();
      const next = this.quantity();
      if (next !== null) items.push(next);
    }
    if (items.length === 1) {
      if (isBare && after === null) this.noteExactly(quantity);
      return this.compareQuantity(isNegated ? '!=' : operator, left, quantity);
    }
    const values = items.map((item) => literal(this.#valueBeside(left, item)));
    const node = left.kind === 'open' ? this.choose(left, { quantity, type: 'number' }).node : left.node;
    const within = operation('in', [node, list(values)]);
    return isNegated ? operation('!', [within]) : within;
  }

  protected noteExactly({ value, at }: Quantity): void {
    if (value === 0) return;
    this.note('EXACTLY_ASSUMED', at, {
      en: `Taken as exactly ${at.text}. Write "at least ${at.text}" or "${at.text} or more" if more counts too.`,
      'zh-CN': `按正好 ${at.text} 理解；如果更多也算，请写“不少于 ${at.text}”或“${at.text}以上”。`,
    });
  }
}
