import type { BilingualText } from '../../issue.js';
import { sentenceIssue, type SentenceIssue } from './sentence-issue.js';
import type { Token } from './token.js';

/** What is often wished for and no rule of one subject says. */
type Wish = 'AVERAGE_PER_PERIOD' | 'SHARE_OF_OTHERS' | 'AVERAGE_OF_OTHERS';

const messages: Readonly<Record<Wish, BilingualText>> = {
  AVERAGE_PER_PERIOD: {
    en: 'Averages per month, week or year are not read. Write the total over a window instead: "at least 3 a month" over 3 months is "at least 9 orders in the last 3 months".',
    'zh-CN':
      '暂不支持月均、周均、年均等平均值。请改写为一段时间内的总数，例如“近3个月购买不少于9次”即月均不少于3次。',
  },
  SHARE_OF_OTHERS: {
    en: 'A share of all subjects, such as the top 5%, depends on the others, so no rule of one subject can say it. Add bands over the value with the method “Top share”, and let the rule use their result.',
    'zh-CN':
      '“前 5%”这样的排名取决于其他对象，单条规则无法表达。请对该指标添加“分档”节点，切分方法选“头部占比”，再在规则中使用分档结果。',
  },
  AVERAGE_OF_OTHERS: {
    en: 'Comparisons with the average of others are not read. Write the number itself, for example "average order value over 400", or calculate it in a formula from a field that holds the average.',
    'zh-CN':
      '暂不支持与平均水平比较。请直接写出数值，例如“客单价高于400元”；如果数据中有平均值字段，可用公式节点计算。',
  },
};

/** What sentences are written for and not read: see docs/sentences.md. */
const onlyWritten: BilingualText = {
  en: 'Conditions on each value of a list, on how many of several values are there, and on parts of texts are written as sentences but not read from them. Write them as JSON Logic in the expert view of the condition.',
  'zh-CN':
    '针对列表中各个值、多项中有几项有值以及文本片段的条件，只能由规则写成句子，不能由句子读回。请在条件的专家模式中以 JSON Logic 书写。',
};

/** The parts of a sentence that are never read, whatever stands beside them; what looks like another condition there is none. */
export function onlyWrittenIssues(tokens: readonly Token[]): SentenceIssue[] {
  return tokens
    .filter(({ words }) => words.has('onlyWritten'))
    .map((token) => sentenceIssue('ONLY_WRITTEN', token, onlyWritten));
}

const periods: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'];

/** What the token at `index` asks for that sentences cannot say. */
function codeAt(tokens: readonly Token[], index: number): keyof typeof messages | null {
  const [token, next, after] = tokens.slice(index, index + 3);
  if (token === undefined || token.entries.length + token.activities.length > 0) return null;
  const before = tokens[index - 1]?.text.toLowerCase() ?? '';
  const isEach = ['a', 'an', 'each', 'every', 'per', '/', '每', '平均'].includes(before);
  const isPeriod = periods.includes(token.unit ?? '') && token.number === undefined;
  if (token.words.has('perPeriod') || (isEach && isPeriod)) return 'AVERAGE_PER_PERIOD';
  if (token.words.has('timesAverage')) return 'AVERAGE_OF_OTHERS';
  const isShare = ['percent', 'person'].includes(after?.unit ?? '') || /^[a-z ]+$/i.test(token.text);
  return token.words.has('top') && next?.number !== undefined && isShare ? 'SHARE_OF_OTHERS' : null;
}

/** Known wishes that no rule of one subject can say, each with what to write instead; none where the sentence has no such part. */
export function unsupportedIssues(tokens: readonly Token[]): SentenceIssue[] {
  return tokens.flatMap((token, index) => {
    const code = codeAt(tokens, index);
    return code === null ? [] : [sentenceIssue(code, token, messages[code])];
  });
}
