import type { ExpressionNode } from '../../ast/expression-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { windowOf, type Open, type Order } from './bound-parser.js';
import type { Operand, Quantity } from './operand.js';
import { RelationParser } from './relation-parser.js';
import type { Token } from './token.js';
import type { VocabularyEntry } from './vocabulary.js';

const durationUnits: readonly string[] = ['day', 'week', 'month', 'quarter', 'year', 'hour', 'minute'];

/** What did not happen, ever, in a window or for a time: "no order for 45 days", “近 6 个月没有消费”. */
export abstract class AbsenceParser extends RelationParser {
  /** What the clause before spoke of; null when nothing may be left out behind it. */
  protected lastSubject: Operand | null = null;

  /** “超过 45 天未复购”, "no order for 45 days", “近 6 个月没有消费”, “没有消费”. */
  protected absence(): ExpressionNode | null {
    const before = this.attempt(() => this.#duration());
    const first = before === null ? null : this.peek();
    if (this.accept('absent') === null) return null;
    const name = this.nameToken();
    if (name === null) return null;
    const after = before === null ? this.attempt(() => this.#duration()) : null;
    const window = this.window ?? (before === null && after === null ? this.windows() : null);
    const duration = before ?? after;
    const token = first ?? name.at;
    const since = name.activities.find(({ role }) => role === 'since');
    const count = [...name.activities, ...name.entries].find(
      (entry) =>
        entry.role === 'count' &&
        (window === null ||
          entry.window === 'any' ||
          JSON.stringify(entry.window) === JSON.stringify(window)),
    );
    this.lastSubject = null;
    if (duration !== null) return this.#absentFor(duration, { since, count, token });
    if (count !== undefined) return operation('==', [this.use(count, window, name.at), literal(0)]);
    if (window !== null && since !== undefined) {
      const [unit, value] = 'days' in window ? ['day', window.days] : ['month', window.months];
      const quantity = { value, unit, digits: String(value), power: 0, at: name.at };
      return this.#absentFor({ order: '>=', quantity }, { since, count, token });
    }
    const missing = name.entries[0] ?? since;
    return missing === undefined ? null : operation('missing', [literal(missing.id)]);
  }

  #absentFor(
    { order, quantity }: { readonly order: Order; readonly quantity: Quantity },
    {
      since,
      count,
      token,
    }: {
      readonly since: VocabularyEntry | undefined;
      readonly count: VocabularyEntry | undefined;
      readonly token: Token;
    },
  ): ExpressionNode | null {
    if (since !== undefined) {
      const open: Open = { kind: 'open', entries: [since], activities: [], window: null, at: token };
      const chosen = this.choose(open, { quantity, type: 'number' });
      this.note('NEVER_NOT_INCLUDED', quantity.at, {
        en: 'Somebody with no such event at all is not meant: there is no last one to count the days from.',
        'zh-CN': '从未发生过该事件的对象不包括在内，因为没有可以起算的日期。',
      });
      return operation(order, [chosen.node, literal(chosen.value ?? quantity.value)]);
    }
    const window = windowOf(quantity);
    if (count === undefined || window === null || order.startsWith('<')) return null;
    return operation('==', [this.use(count, window, token), literal(0)]);
  }

  /** “超过 45 天”, "for at least 45 days", “45 天以上”; not a window, which has 内 or "in the last". */
  #duration(): { readonly order: Order; readonly quantity: Quantity } | null {
    this.accept('for');
    const order = this.order();
    this.accept('for');
    const quantity = this.quantity();
    if (quantity?.unit === undefined || !durationUnits.includes(quantity.unit)) return null;
    if (this.peek().words.has('inside')) return null;
    const after = order === null ? this.afterOrder() : null;
    return { order: order === null ? (after ?? '>=') : this.agreed(order), quantity };
  }
}
