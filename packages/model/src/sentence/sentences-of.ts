import { sentenceOf, variablesOf, type ExpressionNode } from '@terrace/expression';
import type { RecordTypes } from '../catalog/record-type.js';
import { localize, type Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { windowWords } from '../draft/window-words.js';
import { variableName, variableUnit } from '../explain/expression-words.js';
import { inBoth, nameWords, quote, type BothLanguages } from '../explain/words.js';
import { kindOf } from '../node-kind/registry.js';
import type { SayContext } from '../node-kind/say-context.js';
import { readCondition } from '../rule/read-condition.js';
import { rulesOf, type DocumentRule } from '../rule/rules-of.js';
import { tiersByPrecedence } from '../rule/tiers-by-precedence.js';
import { lifecycleSentences } from './lifecycle-sentences.js';

/** One rule as a sentence. @since 0.1.0 */
export interface RuleSentence {
  /** The rule's code (see `Rule`), or `fallback`. */
  readonly code: string;
  readonly kind: 'rule' | 'keep' | 'fallback';
  readonly nodeId: string;
  /** The condition alone: what `parseSentence` reads; empty for the fallback. */
  readonly condition: BothLanguages;
  /** The whole sentence. */
  readonly text: BothLanguages;
}

/** A tier and the sentences that lead to it. @since 0.1.0 */
export interface TierSentences {
  readonly tier: string;
  readonly name: BothLanguages;
  readonly sentences: readonly RuleSentence[];
}

/** A model in sentences. @since 0.1.0 */
export interface DocumentSentences {
  /** Best first: in the order in which tiers win. */
  readonly tiers: readonly TierSentences[];
  /** What the values are that the rules speak of and that are no dimensions: scores, labels, formulas. */
  readonly values: readonly { readonly nodeId: string; readonly text: BothLanguages }[];
  /** How subjects move between tiers, and which tier wins. */
  readonly policy: readonly BothLanguages[];
}

/** The name of a node inside a sentence, with the window of an aggregate unless the name has it. */
function spokenName(id: string, nodes: ReadonlyMap<string, ModelNode>, language: Language): string {
  const name = variableName(id, nodes, language);
  const node = nodes.get(id);
  const window =
    node?.kind === 'dimension' && node.source.kind === 'aggregate' ? node.source.window : undefined;
  if (window === undefined) return name;
  const amount = 'days' in window ? window.days : window.months;
  if (new RegExp(`(?<!\\d)${amount}(?!\\d)`).test(name)) return name;
  const words = windowWords(window)[language];
  return language === 'en' ? `${name} ${words}` : `${words}${name}`;
}

function isWindowed(node: ModelNode | undefined): boolean {
  return node?.kind === 'dimension' && node.source.kind === 'aggregate' && node.source.window !== undefined;
}

/** Whether a value is over all of the time, where it could be over a window. */
function isOfAllTime(node: ModelNode | undefined): boolean {
  if (node?.kind !== 'dimension' || node.source.kind !== 'aggregate') return false;
  const { measure, window } = node.source;
  return window === undefined && measure !== 'daysSinceLast' && measure !== 'daysSinceFirst';
}

const saysAllTime = /^(累计|历史)|\b(lifetime|all[- ]time)\b/i;

/** “Total amount of all time” / “历史消费金额”: said beside values over windows, whose window would else seem to be meant. */
function allTimeName(name: string, language: Language): string {
  if (saysAllTime.test(name)) return name;
  return language === 'en' ? `${name} of all time` : `历史${name}`;
}

function sayContextOf(nodes: ReadonlyMap<string, ModelNode>, language: Language): SayContext {
  const nameOf = (id: string): string => spokenName(id, nodes, language);
  const unitOf = (id: string): string | undefined => variableUnit(id, nodes);
  return {
    language,
    nodes,
    nameOf,
    unitOf,
    words(expression: ExpressionNode) {
      const ids = variablesOf(expression);
      const isMixed = ids.some((id) => isWindowed(nodes.get(id)));
      const names = Object.fromEntries(
        ids.map((id) => {
          const unit = unitOf(id);
          const name = nameOf(id);
          const said = isMixed && isOfAllTime(nodes.get(id)) ? allTimeName(name, language) : name;
          return [id, { [language]: said, ...(unit === undefined ? {} : { unit }) }];
        }),
      );
      return sentenceOf(expression, names, language);
    },
  };
}

/** Who is spoken of: "customers" / “客户”. */
function subjectWords(document: ModelDocument, types: RecordTypes | undefined): BothLanguages {
  const type = types?.subjectTypes.find(({ id }) => id === document.subjectType);
  if (type === undefined) return { en: 'subjects', 'zh-CN': '对象' };
  return {
    en: localize(type.pluralName ?? type.name, 'en').toLowerCase(),
    'zh-CN': localize(type.name, 'zh-CN'),
  };
}

/** Reads a document's rules out: see {@link sentencesOf}. */
class Speaker {
  readonly #document: ModelDocument;
  readonly #nodes: ReadonlyMap<string, ModelNode>;
  readonly #who: BothLanguages;
  readonly #contexts: Readonly<Record<Language, SayContext>>;

  constructor(document: ModelDocument, types: RecordTypes | undefined) {
    this.#document = document;
    this.#nodes = new Map(document.nodes.map((node) => [node.id, node]));
    this.#who = subjectWords(document, types);
    this.#contexts = { en: sayContextOf(this.#nodes, 'en'), 'zh-CN': sayContextOf(this.#nodes, 'zh-CN') };
  }

  #name(id: string, language: Language): string {
    const node = this.#nodes.get(id);
    return quote(node === undefined ? id : nameWords(node, language));
  }

  /** The condition of a rule; of a keep condition without the question who has the tier. */
  #condition(rule: DocumentRule): ExpressionNode {
    const tier = this.#nodes.get(rule.tier);
    const keep = rule.isKeep === true && tier?.kind === 'tier' ? tier.keep : undefined;
    return keep === undefined ? rule.when : readCondition(keep);
  }

  #rule(rule: DocumentRule): RuleSentence {
    const expression = this.#condition(rule);
    const condition = inBoth((language) => this.#contexts[language].words(expression));
    const isKeep = rule.isKeep === true;
    const isLater = rule.choice === 'first' && rule.position > 0;
    const text = inBoth((language) => {
      const [who, tier, words] = [this.#who[language], this.#name(rule.tier, language), condition[language]];
      if (language === 'en') {
        const unless = isLater ? `, unless an earlier row of ${this.#name(rule.nodeId, language)} holds` : '';
        return isKeep
          ? `Whoever is in ${tier} stays there as long as ${words}.`
          : `${who.charAt(0).toUpperCase()}${who.slice(1)} go to ${tier} if ${words}${unless}.`;
      }
      const unless = isLater ? `（${this.#name(rule.nodeId, language)}中排在前面的行优先）` : '';
      // A space between digits and Chinese: “为 5 的客户”.
      const said = /[A-Za-z0-9%]$/.test(words) ? `${words} ` : words;
      return isKeep
        ? `已在${tier}的${who}，只要${words}，就保持该层级。`
        : `${said}的${who}，归为${tier}${unless}。`;
    });
    return { code: rule.code, kind: isKeep ? 'keep' : 'rule', nodeId: rule.nodeId, condition, text };
  }

  #fallback(): RuleSentence {
    const id = this.#document.fallback;
    return {
      code: 'fallback',
      kind: 'fallback',
      nodeId: id,
      condition: { en: '', 'zh-CN': '' },
      text: inBoth((language) =>
        language === 'en'
          ? `All other ${this.#who.en} go to ${this.#name(id, language)}.`
          : `其余${this.#who['zh-CN']}归为${this.#name(id, language)}。`,
      ),
    };
  }

  tiers(): TierSentences[] {
    const rules = rulesOf(this.#document);
    return tiersByPrecedence(this.#document).map((tier) => ({
      tier: tier.id,
      name: inBoth((language) => nameWords(tier, language)),
      sentences: [
        ...rules.filter((rule) => rule.tier === tier.id).map((rule) => this.#rule(rule)),
        ...(tier.id === this.#document.fallback ? [this.#fallback()] : []),
      ],
    }));
  }

  values(): DocumentSentences['values'] {
    return this.#document.nodes.flatMap((node) => {
      const { say } = kindOf(node);
      if (say === undefined) return [];
      const said = {
        en: say(node, this.#contexts.en),
        'zh-CN': say(node, this.#contexts['zh-CN']),
      };
      if (said.en === null || said['zh-CN'] === null) return [];
      const text = {
        en: `${this.#name(node.id, 'en')}: ${said.en}.`,
        'zh-CN': `${this.#name(node.id, 'zh-CN')}：${said['zh-CN']}。`,
      };
      return [{ nodeId: node.id, text }];
    });
  }

  policy(): BothLanguages[] {
    const tiers = new Set(rulesOf(this.#document).map((rule) => rule.tier));
    const order = inBoth((language) => {
      const names = tiersByPrecedence(this.#document)
        .filter((tier) => tiers.has(tier.id))
        .map((tier) => this.#name(tier.id, language));
      return language === 'en'
        ? `Where rules of several tiers hold, the first of these wins: ${names.join(', ')}.`
        : `同时符合多个层级时，按以下顺序取第一个：${names.join('、')}。`;
    });
    const { lifecycle } = this.#document;
    const moves =
      lifecycle === undefined
        ? []
        : lifecycleSentences(
            lifecycle,
            (id, language) => this.#name(id, language),
            (logic, language) => this.#contexts[language].words(readCondition(logic)),
          );
    return [...(tiers.size > 1 ? [order] : []), ...moves];
  }
}

/**
 * Reads a model out in sentences, in both languages: for each tier (in order of precedence) one per rule that leads to it, its keep
 * condition and the fallback; then what the scores and other values mean that the rules speak of, and how subjects move.
 * Windows of aggregates are spelled out.
 * @param types - where the subjects' name is taken from; without them they are called subjects
 * @since 0.1.0
 */
export function sentencesOf(document: ModelDocument, types?: RecordTypes): DocumentSentences {
  const speaker = new Speaker(document, types);
  return { tiers: speaker.tiers(), values: speaker.values(), policy: speaker.policy() };
}
