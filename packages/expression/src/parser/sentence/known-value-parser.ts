import type { ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { BoundParser, orders } from './bound-parser.js';
import type { KnownValue, Token } from './token.js';
import type { VocabularyEntry } from './vocabulary.js';
import type { WordId } from './word-id.js';

/** Values that say by themselves whose they are: “女性客户”, "customers from Shanghai". */
export abstract class KnownValueParser extends BoundParser {
  /** Whether a value that names its variable begins `ahead`: “女性”, "from Shanghai". */
  protected startsKnownValue(ahead: number): boolean {
    const token = this.peek(ahead);
    if (this.reading.isStrict) return false;
    if (token.leads.length > 0) return this.ledValue(token, this.peek(ahead + 1)) !== null;
    const isOther = token.entries.length + token.activities.length + token.words.size > 0;
    if (isOther || token.values.length === 0) return false;
    const next = this.peek(ahead + 1);
    const goesOn = ['is', 'isNot', 'isIn', 'isNotIn', ...orders].some((id) => next.words.has(id as WordId));
    return !goesOn || next.words.has('tier');
  }

  /** The variables and the value behind "from" or “来自”. */
  protected ledValue(lead: Token, token: Token): readonly KnownValue[] | null {
    const known = token.values.filter(({ entry }) => lead.leads.includes(entry));
    if (known.length > 0) return known;
    const isName = token.kind === 'text' || (token.kind === 'unknown' && /^[^a-z]/.test(token.text));
    if (!isName) return null;
    return lead.leads.map((entry) => ({ entry, value: token.value ?? token.text }));
  }

  protected isValue(known: readonly KnownValue[], token: Token, isDenied: boolean): ExpressionNode {
    const [first, second] = known;
    if (first === undefined) return this.notUnderstood(token, { en: 'a condition', 'zh-CN': '条件' });
    const name = (language: 'en' | 'zh-CN'): string => {
      const { entry, value } = first;
      const called = entry.name[language] ?? entry.id;
      return language === 'en' ? `${called} is "${value}"` : `${called}为“${value}”`;
    };
    if (second !== undefined)
      this.note('NAME_ASSUMED', token, {
        en: `"${token.text}" can be a value of several fields; "${name('en')}" was taken.`,
        'zh-CN': `“${token.text}”可能是多个字段的取值，这里按“${name('zh-CN')}”理解。`,
      });
    else
      this.note('VALUE_ASSUMED', token, {
        en: `"${token.text}" was taken as: ${name('en')}. See that your data write it so.`,
        'zh-CN': `“${token.text}”按“${name('zh-CN')}”理解，请确认与数据中的写法一致。`,
      });
    const subject = this.use(first.entry, null, token);
    const values = [first.value, ...this.#furtherValues(first.entry)];
    if (values.length === 1) return operation(isDenied ? '!=' : '==', [subject, literal(first.value)]);
    const within = operation('in', [subject, list(values.map((value) => literal(value)))]);
    return isDenied ? operation('!', [within]) : within;
  }

  /** “上海、北京和深圳的客户”, "from Shanghai or Beijing": one of them, since nothing has two values. */
  #furtherValues(entry: VocabularyEntry): string[] {
    const values: string[] = [];
    for (;;) {
      const comma = this.peek().words.has('comma') && this.#joins(1) ? 1 : 0;
      const joint = this.peek(comma);
      const isJoint = ['listComma', 'comma', 'or', 'and'].some((id) => joint.words.has(id as WordId));
      if (!isJoint) return values;
      const lead = this.peek(comma + 1).leads.includes(entry) ? 1 : 0;
      const known = this.peek(comma + 1 + lead).values.find((each) => each.entry === entry);
      if (known === undefined || !this.startsKnownValue(comma + 1)) return values;
      this.at += comma + 2 + lead;
      values.push(known.value);
    }
  }

  #joins(ahead: number): boolean {
    return this.peek(ahead).words.has('or') || this.peek(ahead).words.has('and');
  }
}
