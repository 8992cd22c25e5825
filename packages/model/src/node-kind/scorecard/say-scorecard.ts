import { cellValueWords } from '../../cell/cell-words.js';
import { localize } from '../../document/localized-text.js';
import { beforeChinese, isWords, numberWords, quote } from '../../explain/words.js';
import { inSequence, type SayContext } from '../say-context.js';
import { pointsWords } from './points-words.js';
import type { ScorecardItem, ScorecardNode } from './scorecard-node.js';

function itemName(item: ScorecardItem, context: SayContext): string {
  return item.name === undefined ? context.nameOf(item.input) : localize(item.name, context.language);
}

function sayItem(item: ScorecardItem, context: SayContext): string {
  const { language } = context;
  const isEnglish = language === 'en';
  const points = (value: string): string => pointsWords(value, language);
  const name = itemName(item, context);
  if (item.bins === undefined) return isEnglish ? `${name} counts as it is` : `${name}按原值计分`;
  // The input is named once, with the first bin; the others go without.
  const bins = item.bins.map((bin, index) => {
    const input = context.nameOf(item.input);
    const any = isEnglish ? 'anything' : '任意值';
    const cell = bin.cell === null ? any : cellValueWords(bin.cell, language, context.unitOf(item.input));
    const said = index === 0 && bin.cell !== null ? isWords(input, cell, language) : cell;
    return isEnglish ? `${said}: ${points(bin.points)}` : `${beforeChinese(said)}得 ${points(bin.points)}`;
  });
  const rest = [
    ...(item.otherwise === undefined
      ? []
      : [`${isEnglish ? 'anything else: ' : '其他得 '}${points(item.otherwise)}`]),
    ...(item.missing === undefined ? [] : [`${isEnglish ? 'missing: ' : '缺失得 '}${points(item.missing)}`]),
  ];
  return [...bins, ...rest].join(isEnglish ? ', ' : '，');
}

/** "the sum of: …; weights “normal”: repayment history 35%, …" */
export function sayScorecard(node: ScorecardNode, context: SayContext): string {
  const { language } = context;
  const isEnglish = language === 'en';
  const base =
    Number(node.base) === 0 ? [] : [`${isEnglish ? 'base ' : '基础分 '}${numberWords(node.base, language)}`];
  const items = node.items.map((item) => sayItem(item, context));
  const sets = (node.weightSets ?? []).map((set) => {
    const weights = node.items
      .map((item) => `${itemName(item, context)} ${numberWords(set.weights[item.id] ?? '0', language)}%`)
      .join(isEnglish ? ', ' : '、');
    const name = quote(localize(set.name, language));
    return isEnglish ? `weights ${name}: ${weights}` : `${name}权重：${weights}`;
  });
  return inSequence([...base, ...items, ...sets], language);
}
