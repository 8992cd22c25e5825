import type { OperationNode } from '../ast/operation-node.js';
import { missingOf, noNames, presentOf } from '../missing/build.js';
import { unknownOf } from '../missing/facts.js';
import { canBeMissing, declarationOf, type InputDeclarations } from '../value-type.js';
import type { Operator, SentenceContext } from './operator.js';
import { presenceTest } from './variable-test.js';
import { joinWords, sentenceWords } from './sentence-words.js';

/** The names asked for: `{"missing": ["a", "b"]}`, `{"missing": "a"}` or `{"missing": [["a", "b"]]}`. Null: not all are plain names. */
export function namesOf(node: OperationNode): string[] | null {
  const [first] = node.operands;
  const items = first?.kind === 'list' ? first.items : node.operands;
  const names: string[] = [];
  for (const item of items) {
    if (item.kind !== 'literal' || typeof item.value !== 'string') return null;
    names.push(item.value);
  }
  return names;
}

/** Whether an expression can meet a missing value of this name. */
export function isNullable(name: string, inputs: InputDeclarations): boolean {
  const declaration = declarationOf(inputs, name);
  return declaration === undefined || canBeMissing(declaration);
}

function nullableNames(node: OperationNode, inputs: InputDeclarations): ReadonlySet<string> {
  return new Set((namesOf(node) ?? []).filter((name) => isNullable(name, inputs)));
}

function words(node: OperationNode, isMissing: boolean, context: SentenceContext) {
  const { language } = context;
  const said = sentenceWords[language];
  const clauses = (namesOf(node) ?? []).map((name) =>
    joinWords(language, context.nameOf(name), isMissing ? said.missing : said.present),
  );
  const word = isMissing ? said.or : said.and;
  return {
    text: clauses.join(language === 'en' ? ` ${word} ` : `，${word}`),
    strength: clauses.length < 2 ? 4 : isMissing ? 1 : 2,
  };
}

/**
 * `missing`: which of the named inputs have no value. JSON Logic gives the list of their names; here it stands for
 * "at least one is missing", which is what that list means as a condition.
 */
export const missingOperator: Operator = {
  id: 'missing',
  operandCount: { minimum: 1, maximum: Infinity },
  check(node, context) {
    const names = namesOf(node);
    if (names === null)
      context.report('NAMES_EXPECTED', null, {
        en: '"missing" takes names written out, for example {"missing": ["recency"]}.',
        'zh-CN': '“missing”需要直接写出名称，例如 {"missing": ["recency"]}。',
      });
    names?.forEach((name, index) =>
      context.variable(name, node.operands.length === names.length ? index : 0),
    );
    return { type: 'names', nullable: false };
  },
  missing: {
    needs: (node, polarity, context) => (polarity ? noNames : nullableNames(node, context.inputs)),
    presence: () => ({ variables: noNames, conditions: [] }),
    holds(node, polarity, facts, context) {
      const names = unknownOf(nullableNames(node, context.inputs), facts);
      return polarity ? missingOf(names) : presentOf(names);
    },
    bare: (node, facts, context) => context.holds(node, true, facts),
    value: (node, facts, context) => context.holds(node, true, facts),
  },
  javascript: (node, context) => `(${(namesOf(node) ?? []).map(context.isMissing).join(' || ')})`,
  closure(node, context) {
    const slots = (namesOf(node) ?? []).map(context.slotOf);
    return (values) => {
      for (const slot of slots) if (values[slot] === null) return true;
      return false;
    };
  },
  tests(node, polarity) {
    const tests = (namesOf(node) ?? []).map((name) => presenceTest(name, polarity));
    return polarity ? tests.map((test) => [test]) : [tests];
  },
  sql: (node, context) => `(${(namesOf(node) ?? []).map(context.isMissing).join(' OR ')})`,
  sentence: (node, context) => words(node, true, context),
  negatedSentence: (node, context) => words(node, false, context),
};
