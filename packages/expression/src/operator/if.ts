import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { sameExpression } from '../ast/same-expression.js';
import {
  allOf,
  chooseOf,
  intersection,
  isYes,
  missingNames,
  missingOf,
  noNames,
  notOf,
  presentOf,
  unionOf,
} from '../missing/build.js';
import { knowing, noFacts, unknownOf, type Facts } from '../missing/facts.js';
import { bounded } from '../missing/bounded.js';
import { conditionValue } from '../missing/strict-behaviour.js';
import { checkCommonType, commonTyped } from './common-type.js';
import { checkCondition } from './condition-operand.js';
import type { Branches, MissingContext, Operator, Presence, Typed } from './operator.js';
import { allTerms, asTerms, eitherTerms } from './variable-test.js';
import { joinWords, sentenceWords } from './sentence-words.js';

function branchesOf(node: OperationNode): Branches {
  const pairs: { test: ExpressionNode; result: ExpressionNode }[] = [];
  const { operands } = node;
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [test, result] = [operands[index], operands[index + 1]];
    if (test !== undefined && result !== undefined) pairs.push({ test, result });
  }
  const last = operands.length % 2 === 1 ? operands.at(-1) : undefined;
  return { pairs, otherwise: last ?? literal(null) };
}

/** What is known once `test` was found not to hold: only a test that is never unknown is then false. */
function factsAfter(test: ExpressionNode, context: MissingContext): ReadonlySet<string> {
  return context.typeOf(test).nullable ? noNames : context.needs(test, false);
}

/** Rebuilds with `result` for every branch, sharing one test for inputs that every condition needs. */
function rebuilt(
  node: OperationNode,
  facts: Facts,
  context: MissingContext,
  result: (branch: ExpressionNode, facts: Facts) => ExpressionNode,
): ExpressionNode {
  const { pairs, otherwise } = branchesOf(node);
  const shared = unknownOf(intersection(pairs.map(({ test }) => context.needs(test, true))), facts);
  // The last branch is written twice then, so only a small one is.
  const isShared = shared.size > 0 && pairs.length > 1 && otherwise.kind !== 'operation';
  let known = isShared ? knowing(facts, shared) : facts;
  const choices = pairs.map(({ test, result: branch }): [ExpressionNode, ExpressionNode] => {
    const choice: [ExpressionNode, ExpressionNode] = [
      context.holds(test, true, known),
      result(branch, knowing(known, context.needs(test, true))),
    ];
    known = knowing(known, factsAfter(test, context));
    return choice;
  });
  const chosen = chooseOf(choices, result(otherwise, known));
  if (!isShared) return chosen;
  const [first, ...others] = [missingOf(shared), result(otherwise, facts), chosen] as const;
  // One flat `if` reads better than one inside the other.
  if (chosen.kind === 'operation' && chosen.operator === 'if') {
    const inner = branchesOf(chosen);
    return chooseOf(
      [[first, others[0]], ...inner.pairs.map((pair) => [pair.test, pair.result] as const)],
      inner.otherwise,
    );
  }
  return chooseOf([[first, others[0]]], others[1]);
}

function presenceOfBranches(node: OperationNode, context: MissingContext): Presence {
  const { pairs, otherwise } = branchesOf(node);
  let known = noFacts;
  const present = (branch: ExpressionNode, facts: Facts): ExpressionNode => {
    const { variables, conditions } = context.presence(branch);
    return allOf([presentOf(unknownOf(variables, facts)), ...conditions]);
  };
  const choices = pairs.map(({ test, result }): [ExpressionNode, ExpressionNode] => {
    const choice: [ExpressionNode, ExpressionNode] = [
      context.holds(test, true, known),
      present(result, knowing(known, context.needs(test, true))),
    ];
    known = knowing(known, factsAfter(test, context));
    return choice;
  });
  const last = present(otherwise, known);
  // Choices at the end that agree with the last branch decide nothing.
  while (choices.length > 0 && sameExpression(choices.at(-1)?.[1] ?? last, last)) choices.pop();
  const [first] = choices;
  if (choices.length === 1 && first !== undefined && isYes(last) && isYes(notOf(first[1]))) {
    const names = missingNames(first[0]);
    return names === null
      ? { variables: noNames, conditions: [notOf(first[0])] }
      : { variables: new Set(names), conditions: [] };
  }
  const condition = bounded(chooseOf(choices, last));
  return { variables: noNames, conditions: isYes(condition) ? [] : [condition] };
}

/** What every way to `polarity` needs. */
function needsOfBranches(
  node: OperationNode,
  polarity: boolean,
  context: MissingContext,
): ReadonlySet<string> {
  const { pairs, otherwise } = branchesOf(node);
  /** Needed by every way that is left: what the tests before need to fail. */
  let known = noNames;
  let common: ReadonlySet<string> | null = null;
  const join = (...sets: ReadonlySet<string>[]) => {
    const way = unionOf(sets);
    common = common === null ? way : intersection([common, way]);
  };
  for (const { test, result } of pairs) {
    if (canBe(result, polarity)) join(known, context.needs(test, true), context.needs(result, polarity));
    known = unionOf([known, factsAfter(test, context)]);
  }
  if (canBe(otherwise, polarity)) join(known, context.needs(otherwise, polarity));
  return common ?? noNames;
}

/** Whether a branch can make the whole be `polarity`. */
function canBe(branch: ExpressionNode, polarity: boolean): boolean {
  return branch.kind !== 'literal' || branch.value === polarity;
}

const typeOfBranches = (node: OperationNode, typeOf: (node: ExpressionNode) => Typed): Typed => {
  const { pairs, otherwise } = branchesOf(node);
  const branches = [...pairs.map((pair) => pair.result), otherwise];
  return commonTyped(branches, branches.map(typeOf));
};

/** Conditionals that stand in one expression of generated JavaScript. */
const maxConditionals = 100;

const ifOperator: Operator = {
  id: 'if',
  operandCount: { minimum: 2, maximum: Infinity },
  check(node, context) {
    const branches: { index: number; nullable: boolean; node: ExpressionNode }[] = [];
    const types = [];
    for (let index = 0; index < node.operands.length; index += 1) {
      const operand = node.operands[index];
      if (operand === undefined) continue;
      const isTest = index % 2 === 0 && index + 1 < node.operands.length;
      if (isTest) {
        checkCondition(context.operand(index), index, context);
        continue;
      }
      const test = node.operands[index - 1];
      const isAfterTest = index % 2 === 1 && test !== undefined;
      const typed = context.operand(index, isAfterTest ? test : undefined);
      if (isAfterTest) context.assume(test, false);
      if (typed.type === 'names') {
        context.report('LIST_NOT_EXPECTED', index, {
          en: 'A branch of "if" cannot be the list of missing names. Use {"!!": {"missing": [...]}} for true/false.',
          'zh-CN': '“if”的分支不能是缺失名称的列表。如需是/否，请使用 {"!!": {"missing": [...]}}。',
        });
        types.push({ type: 'unknown' as const, nullable: typed.nullable });
      } else types.push(typed);
      branches.push({ index, nullable: typed.nullable, node: operand });
    }
    const common = checkCommonType(
      branches.map((branch) => branch.node),
      types,
      context,
      (position) => branches[position]?.index ?? 0,
    );
    const hasElse = node.operands.length % 2 === 1;
    return { ...common, nullable: !hasElse || branches.some((branch) => branch.nullable) };
  },
  missing: {
    needs: needsOfBranches,
    presence: presenceOfBranches,
    holds: (node, polarity, facts, context) =>
      rebuilt(node, facts, context, (branch, known) => context.holds(branch, polarity, known)),
    bare: (node, facts, context) =>
      context.typeOf(node).type === 'boolean'
        ? context.holds(node, true, facts)
        : rebuilt(node, facts, context, context.bare),
    value: (node, facts, context) =>
      context.typeOf(node).type === 'boolean'
        ? conditionValue(node, facts, context)
        : rebuilt(node, facts, context, context.value),
  },
  javascript(node, context) {
    const { pairs, otherwise } = branchesOf(node);
    // Parsers nest once per conditional, and overflow their stack on thousands; statements stand side by side.
    if (pairs.length > maxConditionals) {
      const statements = pairs.map(
        ({ test, result }) => `if (${context.emit(test)}) return ${context.emit(result)};`,
      );
      return `(() => { ${statements.join(' ')} return ${context.emit(otherwise)}; })()`;
    }
    const choices = pairs.map(({ test, result }) => `${context.emit(test)} ? ${context.emit(result)} : `);
    return `(${choices.join('')}${context.emit(otherwise)})`;
  },
  closure(node, context) {
    const { pairs, otherwise } = branchesOf(node);
    const tests = pairs.map((pair) => context.compose(pair.test));
    const results = pairs.map((pair) => context.compose(pair.result));
    const last = context.compose(otherwise);
    return (slots) => {
      for (let index = 0; index < tests.length; index += 1)
        if (tests[index]?.(slots) === true) return results[index]?.(slots) ?? null;
      return last(slots);
    };
  },
  branches: branchesOf,
  tests(node, polarity, context) {
    const { pairs, otherwise } = branchesOf(node);
    let terms = context.testsOf(otherwise, polarity);
    for (const { test, result } of pairs.toReversed()) {
      if (terms === null) return null;
      const ways = [
        allTerms([context.testsOf(test, true), context.testsOf(result, polarity)], asTerms),
        allTerms([context.testsOf(test, false), terms], asTerms),
      ];
      terms = eitherTerms(ways, asTerms);
    }
    return terms;
  },
  sql(node, context) {
    const { pairs, otherwise } = branchesOf(node);
    const type = typeOfBranches(node, context.typeOf);
    const as = type.type === 'null' || type.type === 'unknown' ? undefined : type;
    const [first] = pairs;
    // A plain AND, so that the planner sees what a hand-written predicate would show it. Operands never fail, so their order is free.
    if (pairs.length === 1 && first !== undefined && isYes(notOf(first.result)) && as?.type === 'boolean')
      return `(NOT ${context.emit(first.test, 'boolean')} AND ${context.emit(otherwise, as)})`;
    const cases = pairs.map(
      ({ test, result }) => `WHEN ${context.emit(test, 'boolean')} THEN ${context.emit(result, as)}`,
    );
    return `CASE ${cases.join(' ')} ELSE ${context.emit(otherwise, as)} END`;
  },
  sentence(node, context) {
    const { pairs, otherwise } = branchesOf(node);
    const { language } = context;
    const said = sentenceWords[language];
    const pause = language === 'en' ? ' ' : '，';
    const parts = pairs.map(({ test, result }) =>
      [
        joinWords(language, said.if, context.condition(test, 1)),
        joinWords(language, said.consequence, context.words(result, 5)),
      ].join(pause),
    );
    const hasLast = node.operands.length % 2 === 1;
    const last = hasLast ? [joinWords(language, said.otherwise, context.words(otherwise, 5))] : [];
    return { text: [...parts, ...last].join(language === 'en' ? ', ' : '；'), strength: 0 };
  },
};

/** `if` and its other name `?:`: an unknown test does not hold, as in JSON Logic and in SQL's CASE. */
export const ifOperators: readonly Operator[] = [ifOperator, { ...ifOperator, id: '?:' }];
