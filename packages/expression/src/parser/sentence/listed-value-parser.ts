import type { ExpressionNode } from '../../ast/expression-node.js';
import { literal } from '../../ast/literal-node.js';
import { KnownValueParser } from './known-value-parser.js';
import type { Operand } from './operand.js';

/** Values as they stand beside a name, one or several: “金卡、银卡或铜卡”, `"gold", "silver"`. */
export abstract class ListedValueParser extends KnownValueParser {
  /** Whether a value that is no name begins `ahead`. */
  protected isLiteralNext(ahead = 0): boolean {
    const token = this.peek(ahead);
    if (['number', 'text', 'date'].includes(token.kind) || token.option !== undefined) return true;
    if (token.words.has('minus')) return this.peek(ahead + 1).kind === 'number';
    if (!this.reading.isStrict && token.kind === 'unknown') return true;
    return this.reading.isStrict && ['yes', 'no', 'nothing'].some((id) => token.words.has(id as 'yes'));
  }

  /** One value that is no name. */
  protected oneLiteral(): ExpressionNode {
    const { node } = this.textOperand() as { node?: ExpressionNode };
    return node?.kind === 'literal'
      ? node
      : this.notUnderstood(this.peek(), { en: 'a value', 'zh-CN': '取值' });
  }

  /** A value; words that are not known are a text for a generous reader. */
  protected textOperand(): Operand {
    const token = this.peek();
    // “铂金贵宾” begins with a known value, and is another one.
    const joined = this.peek(1).kind === 'unknown' && this.peek(1).start === token.end;
    if (!this.reading.isStrict && token.option !== undefined && joined) {
      const text = `${this.next().text}${this.next().text}`;
      return { kind: 'node', node: literal(text), at: token };
    }
    if (this.reading.isStrict || (token.kind !== 'unknown' && token.kind !== 'name')) return this.sum();
    this.next();
    return { kind: 'node', node: literal(token.value ?? token.text), at: token };
  }

  /** Values with commas, “、” or "or" between them. */
  protected items(): ExpressionNode[] {
    const items = [this.oneLiteral()];
    for (;;) {
      const joint = this.peek();
      const isJoint =
        joint.words.has('listComma') ||
        joint.words.has('comma') ||
        (!this.reading.isStrict && joint.words.has('or'));
      if (!isJoint || !this.isLiteralNext(1) || this.startsOwnClause(1)) return items;
      this.next();
      items.push(this.oneLiteral());
    }
  }

  /** Whether what begins `ahead` is a comparison of its own and no further item. */
  protected startsOwnClause(ahead: number): boolean {
    const token = this.peek(ahead + 1);
    return token.words.has('after>=') || (token.words.has('is') && !token.words.has('tier'));
  }
}
