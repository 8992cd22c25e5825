import type { ExpressionNode } from '../../ast/expression-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { ClauseParser } from './clause-parser.js';
import { ClauseFault } from './cursor.js';
import type { Token } from './token.js';
import type { WordId } from './word-id.js';

/** Words that begin a further condition on the same subject. */
const relatives: readonly string[] = ['with', 'who', 'whose', 'having'];

/** Enough to show what is wrong. */
const maxIssues = 20;

/** Conditions: clauses joined by and, or, not and brackets, and "if … then … otherwise …". */
export abstract class ConditionParser extends ClauseParser {
  protected override expression(): ExpressionNode {
    return this.peek().words.has('if') && !this.peek().words.has('subject')
      ? this.#choice()
      : this.disjunction();
  }

  /** "If a then x, if b then y, otherwise z". */
  #choice(): ExpressionNode {
    const parts: ExpressionNode[] = [];
    for (;;) {
      if (this.peek().words.has('if')) {
        this.next();
        parts.push(this.disjunction());
        this.accept('comma');
        if (this.accept('consequence') === null)
          this.notUnderstood(this.peek(), { en: '"then"', 'zh-CN': '“则为”' });
        parts.push(this.nodeOf(this.sum()));
      } else if (this.accept('otherwise') !== null) {
        parts.push(this.nodeOf(this.sum()));
        return operation('if', parts);
      } else this.notUnderstood(this.peek(), { en: '"if" or "otherwise"', 'zh-CN': '“若”或“否则为”' });
      const isPause = this.peek().words.has('comma') || this.peek().words.has('semicolon');
      const goesOn = this.peek(1).words.has('if') || this.peek(1).words.has('otherwise');
      if (!isPause || !goesOn) return operation('if', parts);
      this.next();
    }
  }

  /** Clauses joined by "or", each of clauses joined by "and". */
  protected disjunction(): ExpressionNode {
    const first = this.peek();
    const parts = [this.#and()];
    while (this.#takeJoint('or')) parts.push(this.#and());
    if (parts.length === 1 && parts[0] !== undefined) return parts[0];
    const isMixed = parts.some((part) => part.kind === 'operation' && part.operator === 'and');
    if (isMixed && !this.reading.isStrict)
      this.note('AND_BEFORE_OR', first, {
        en: '"And" was taken to bind more tightly than "or". Use brackets if something else is meant.',
        'zh-CN': '“且”先于“或”结合；如有其他含义，请加括号。',
      });
    return operation('or', parts);
  }

  #and(): ExpressionNode {
    const parts = [this.#not()];
    while (this.#takeJoint('and') || this.#takesPause()) parts.push(this.#not());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : operation('and', parts);
  }

  protected isPause(token: Token): boolean {
    return token.words.has('comma') || token.words.has('semicolon');
  }

  /** Whether the condition is over at the token `ahead`: the tier, an action or the end follows. */
  protected isOver(ahead: number): boolean {
    for (let index = ahead; ; index += 1) {
      const token = this.peek(index);
      if (token.kind === 'end') return true;
      const ids: readonly WordId[] = ['tier', 'consequence', 'otherwise', 'action', 'stop'];
      if (ids.some((id) => token.words.has(id))) return !token.words.has('isNot');
      if (!this.isFiller(token)) return false;
    }
  }

  /** Takes "and" or "or", with the pause before it, unless what follows is no condition. */
  #takeJoint(id: 'and' | 'or'): boolean {
    const skipped = this.reading.isStrict ? 0 : this.#fillersAhead();
    const start = this.at;
    this.at += skipped;
    const pause = this.isPause(this.peek()) ? 1 : 0;
    const token = this.peek(pause);
    const isFree = !this.reading.isStrict;
    if (!token.words.has(id) || (isFree && this.isOver(pause + 1) && !this.peek(pause + 1).words.has('is'))) {
      this.at = start;
      return false;
    }
    this.at += pause + 1;
    if (isFree) while (this.peek().words.has(id) && !this.isOver(1)) this.next();
    return true;
  }

  #fillersAhead(): number {
    let count = 0;
    while (this.isFiller(this.peek(count))) count += 1;
    return count;
  }

  /** Words that say nothing, up to one that leads to a value. */
  #valuelessFillersAhead(): number {
    let count = 0;
    while (this.isFiller(this.peek(count)) && this.peek(count).leads.length === 0) count += 1;
    return count;
  }

  /** A comma between two conditions means "and"; so does nothing in “5 次以上不足 10 次”. */
  #takesPause(): boolean {
    if (this.reading.isStrict) return false;
    const spoken = this.#fillersAhead();
    // “……的客户，近 90 天……”
    if (this.isPause(this.peek(spoken)) && !this.isOver(spoken + 1)) this.at += spoken;
    const token = this.peek();
    const fillers = this.#valuelessFillersAhead();
    if (this.startsKnownValue(fillers)) {
      this.at += fillers;
      return true;
    }
    // "… with an average order value above 500"
    const joins = Array.from({ length: spoken }, (_, ahead) => this.peek(ahead).text.toLowerCase());
    if (joins.some((text) => relatives.includes(text)) && !this.isOver(spoken)) return true;
    const bounds: readonly WordId[] = ['>', '>=', '<', '<='];
    if (token.kind === 'number' || bounds.some((id) => token.words.has(id))) return true;
    if (!this.isPause(token) && !token.words.has('listComma')) return false;
    if (this.isOver(1) || this.peek(1).words.has('or') || this.peek(1).words.has('nor')) return false;
    this.next();
    return true;
  }

  #not(): ExpressionNode {
    const token = this.peek();
    if (token.words.has('not') && this.peek(1).words.has('open')) {
      this.next();
      return operation('!', [this.deeper(() => this.clause())]);
    }
    if (this.reading.isStrict) return this.clause();
    try {
      const neither = this.attempt(() => {
        const window = this.leadingWindow();
        return this.accept('neither') === null ? null : { window };
      });
      if (neither === null) return this.clause();
      const outer = this.outerWindow;
      this.outerWindow = neither.window ?? outer;
      const node = this.#neither();
      this.outerWindow = outer;
      return node;
    } catch (fault) {
      if (!(fault instanceof ClauseFault) || fault.isFinal || this.issues.length >= maxIssues) throw fault;
      this.#recover();
      return literal(true);
    }
  }

  #neither(): ExpressionNode {
    const parts = [this.#denied()];
    for (;;) {
      const pause = this.isPause(this.peek()) ? 1 : 0;
      if (!this.peek(pause).words.has('nor')) break;
      this.at += pause + 1;
      parts.push(this.#denied());
    }
    return operation('and', parts);
  }

  /** The opposite of a clause; of having done something that is having done it 0 times. */
  #denied(): ExpressionNode {
    // "Nor is the member level …"
    this.accept('is');
    const slots = this.slots.length;
    const node = this.clause();
    const [left, right] = node.kind === 'operation' && node.operator === '>' ? node.operands : [];
    const isDone = left?.kind === 'variable' && right?.kind === 'literal' && right.value === 0;
    if (!isDone) return operation('!', [node]);
    for (const slot of this.slots.slice(slots)) slot.isNegative = true;
    return operation('==', [left, right]);
  }

  /** Goes on behind a clause that was not understood, so that all faults are found at once. */
  #recover(): void {
    this.window = null;
    this.outerWindow = null;
    for (;;) {
      const { kind, words } = this.peek();
      if (kind === 'end' || words.has('close')) return;
      if (this.isPause(this.peek()) || words.has('and') || words.has('or')) return;
      this.next();
    }
  }
}
