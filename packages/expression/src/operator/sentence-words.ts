/** The languages sentences are written in. @since 0.1.0 */
export type SentenceLanguage = 'en' | 'zh-CN';

/**
 * The words a written sentence is made of. What is written with them is read back by `parseSentence` to the same rule, so
 * every meaning has words of its own: "more than" never includes the number, "at least" always does.
 */
export interface SentenceWords {
  /** Orders of values that have no unit, and of expressions. */
  readonly plain: OrderWords;
  /** Orders of a number with a unit: orders, money, days. */
  readonly quantity: OrderWords;
  /** Orders of dates and times. */
  readonly date: OrderWords;
  /** Between subject and order: English says "is more than". */
  readonly copula: string;
  readonly is: string;
  readonly isNot: string;
  readonly equals: string;
  readonly differs: string;
  readonly between: string;
  readonly to: string;
  readonly betweenEnd: string;
  readonly inclusive: string;
  readonly exclusive: string;
  readonly isIn: string;
  readonly isNotIn: string;
  readonly contains: string;
  readonly lacks: string;
  readonly missing: string;
  readonly present: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly if: string;
  readonly consequence: string;
  readonly otherwise: string;
  readonly smallest: string;
  readonly largest: string;
  readonly ifMissing: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly always: string;
  readonly never: string;
  readonly remainder: string;
}

/** The words of the four orders. */
export interface OrderWords {
  readonly '>': string;
  readonly '>=': string;
  readonly '<': string;
  readonly '<=': string;
}

const english: SentenceWords = {
  plain: { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most' },
  quantity: { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most' },
  date: { '>': 'after', '>=': 'on or after', '<': 'before', '<=': 'on or before' },
  copula: 'is',
  is: 'is',
  isNot: 'is not',
  equals: 'equals',
  differs: 'does not equal',
  between: 'is between',
  to: 'and',
  betweenEnd: '',
  inclusive: '(inclusive)',
  exclusive: '(exclusive)',
  isIn: 'is one of',
  isNotIn: 'is not one of',
  contains: 'contains',
  lacks: 'does not contain',
  missing: 'is missing',
  present: 'has a value',
  and: 'and',
  or: 'or',
  not: 'not',
  if: 'if',
  consequence: 'then',
  otherwise: 'otherwise',
  smallest: 'the smallest of',
  largest: 'the largest of',
  ifMissing: 'if missing:',
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  always: 'always',
  never: 'never',
  remainder: 'mod',
};

const chinese: SentenceWords = {
  plain: { '>': '大于', '>=': '不小于', '<': '小于', '<=': '不大于' },
  quantity: { '>': '超过', '>=': '不少于', '<': '少于', '<=': '不超过' },
  date: { '>': '晚于', '>=': '不早于', '<': '早于', '<=': '不晚于' },
  copula: '',
  is: '为',
  isNot: '不为',
  equals: '等于',
  differs: '不等于',
  between: '在',
  to: '至',
  betweenEnd: '之间',
  inclusive: '（含两端）',
  exclusive: '（不含两端）',
  isIn: '属于',
  isNotIn: '不属于',
  contains: '包含',
  lacks: '不包含',
  missing: '缺失',
  present: '有值',
  and: '且',
  or: '或',
  not: '不满足',
  if: '若',
  consequence: '则为',
  otherwise: '否则为',
  smallest: '最小值',
  largest: '最大值',
  ifMissing: '缺失时按',
  yes: '是',
  no: '否',
  nothing: '无',
  always: '始终成立',
  never: '始终不成立',
  remainder: '取余',
};

/** The written words by language. */
export const sentenceWords: Readonly<Record<SentenceLanguage, SentenceWords>> = {
  en: english,
  'zh-CN': chinese,
};

/** A comparison that asks which of two values is larger. @since 0.1.0 */
export type Order = keyof OrderWords;

/**
 * An order as written sentences say it: "at least", “不少于”, “早于”.
 * @param of - what is compared: a number with a unit (`quantity`), a `date` or time, anything else (`plain`)
 * @since 0.1.0
 */
export function orderWords(
  order: Order,
  of: 'plain' | 'quantity' | 'date',
  language: SentenceLanguage,
): string {
  return sentenceWords[language][of][order];
}

const han = /\p{Script=Han}/u;
const mark = /[，。；：、（）“”「」]/u;

/** Puts pieces of a sentence together: a space between them, except beside Chinese characters where none is written. */
export function joinWords(language: SentenceLanguage, ...pieces: readonly string[]): string {
  const present = pieces.filter((piece) => piece !== '');
  if (language === 'en') return present.join(' ');
  return present.reduce((left, right) => {
    const [before, after] = [left.at(-1) ?? '', right.at(0) ?? ''];
    if (mark.test(before) || mark.test(after)) return left + right;
    // Chinese typography sets a space between Chinese and Latin or digits, and none between Chinese and Chinese.
    return han.test(before) && han.test(after) ? left + right : `${left} ${right}`;
  });
}
