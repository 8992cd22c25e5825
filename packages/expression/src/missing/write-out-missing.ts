import type { ExpressionNode } from '../ast/expression-node.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { variable, type VariableNode } from '../ast/variable-node.js';
import { makeTypeOf } from '../checker/typer.js';
import { canonicalInstantText } from '../date-text.js';
import { isNumeric } from '../operator/common-type.js';
import type { MissingContext, Presence } from '../operator/operator.js';
import { asNumber } from '../operator/numeric-text.js';
import { knownOperator } from '../operator/registry.js';
import {
  canBeMissing,
  declarationOf,
  type ExpressionType,
  type InputDeclaration,
  type InputDeclarations,
} from '../value-type.js';
import { allOf, anyOf, chooseOf, missingOf, no, noNames, notOf, presentOf, yes } from './build.js';
import { noFacts, type Facts } from './facts.js';
import { isSettled } from './settled.js';

const nowhere: Presence = { variables: noNames, conditions: [no] };
const always: Presence = { variables: noNames, conditions: [] };
const nothing = literal(null);

/** What stands in for a missing value of the input, as every reader compares it. */
function defaultOf(declaration: InputDeclaration | undefined): ExpressionNode | null {
  if (declaration?.default === undefined || !declaration.nullable) return null;
  const { type, default: value } = declaration;
  return literal(
    type === 'instant' && typeof value === 'string' ? (canonicalInstantText(value) ?? value) : value,
  );
}

/** Dispatches over node kinds; what an operation means it asks of the operator. */
function makeContext(inputs: InputDeclarations): MissingContext {
  const presences = new Map<ExpressionNode, Presence>();
  const needed: Record<'true' | 'false', Map<ExpressionNode, ReadonlySet<string>>> = {
    true: new Map(),
    false: new Map(),
  };
  const isNullable = (name: string): boolean => {
    const declaration = declarationOf(inputs, name);
    return declaration === undefined || canBeMissing(declaration);
  };
  const presencesByName = new Map<string, Presence>();

  /** Present when the input is, or when it cannot be missing. */
  function presenceOfName(name: string): Presence {
    const known = presencesByName.get(name);
    if (known !== undefined) return known;
    const presence = isNullable(name) ? { variables: new Set([name]), conditions: [] } : always;
    presencesByName.set(name, presence);
    return presence;
  }

  function presenceOfVariable(node: VariableNode): Presence {
    if (node.fallback === null || !isNullable(node.name)) return presenceOfName(node.name);
    const fallback = context.presence(node.fallback);
    const either = anyOf([
      presentOf(new Set([node.name])),
      allOf([presentOf(fallback.variables), ...fallback.conditions]),
    ]);
    return either === yes ? always : { variables: noNames, conditions: [either] };
  }

  /** A variable by itself, with its declared default in the place of a missing value. */
  function plain(name: string, facts: Facts): ExpressionNode {
    const own = variable(name);
    const fallback = facts.has(name) ? null : defaultOf(declarationOf(inputs, name));
    return fallback === null ? own : chooseOf([[missingOf([name]), fallback]], own);
  }

  /** A variable known to have a value, its own or its fallback's. JSON Logic itself would let null and '' pass by the fallback. */
  function bareVariable(node: VariableNode, facts: Facts): ExpressionNode {
    const own = plain(node.name, facts);
    if (node.fallback === null || !isNullable(node.name) || facts.has(node.name)) return own;
    return chooseOf([[missingOf([node.name]), context.bare(node.fallback, facts)]], own);
  }

  const context: MissingContext = {
    inputs,
    typeOf: makeTypeOf(inputs),
    scoped: makeContext,
    bare(node, facts) {
      if (node.kind === 'variable') return bareVariable(node, facts);
      if (node.kind === 'operation') return knownOperator(node.operator).missing.bare(node, facts, context);
      if (node.kind === 'list') return context.value(node, facts);
      return node;
    },
    value(node, facts) {
      if (node.kind === 'literal') return node.value === '' ? nothing : node;
      if (node.kind === 'variable') {
        const own = plain(node.name, facts);
        // Handed through as a result, a number that arrived as text becomes one, and '' becomes null.
        const result = isNumeric(context.typeOf(node).type) ? asNumber(own) : own;
        if (!isNullable(node.name) || facts.has(node.name)) return result;
        const otherwise = node.fallback === null ? nothing : context.value(node.fallback, facts);
        return chooseOf([[missingOf([node.name]), otherwise]], result);
      }
      if (node.kind === 'operation') return knownOperator(node.operator).missing.value(node, facts, context);
      return node.kind === 'list' ? list(node.items.map((item) => context.value(item, facts))) : node;
    },
    holds(node, polarity, facts) {
      if (node.kind === 'literal') return node.value === polarity ? yes : no;
      if (node.kind === 'list' || node.kind === 'record') return no;
      if (isSettled(node)) return polarity ? node : notOf(node);
      if (node.kind === 'operation')
        return knownOperator(node.operator).missing.holds(node, polarity, facts, context);
      const own = polarity ? plain(node.name, facts) : notOf(plain(node.name, facts));
      if (!isNullable(node.name) || facts.has(node.name)) return own;
      const otherwise = node.fallback === null ? no : context.holds(node.fallback, polarity, facts);
      return chooseOf([[missingOf([node.name]), otherwise]], own);
    },
    presence(node) {
      if (node.kind === 'literal') return node.value === null || node.value === '' ? nowhere : always;
      if (node.kind === 'list' || node.kind === 'record') return always;
      if (node.kind === 'variable') return presenceOfVariable(node);
      if (isSettled(node)) return always;
      const cached = presences.get(node);
      if (cached !== undefined) return cached;
      const presence = knownOperator(node.operator).missing.presence(node, context);
      presences.set(node, presence);
      return presence;
    },
    needs(node, polarity) {
      // With a fallback that is there, a variable needs nothing.
      if (node.kind === 'variable')
        return node.fallback === null ? presenceOfName(node.name).variables : noNames;
      if (node.kind !== 'operation' || isSettled(node)) return noNames;
      const known = polarity ? needed.true : needed.false;
      const cached = known.get(node);
      if (cached !== undefined) return cached;
      const needs = knownOperator(node.operator).missing.needs(node, polarity, context);
      known.set(node, needs);
      return needs;
    },
  };
  return context;
}

/**
 * Turns an expression, whose comparisons are three-valued as in SQL, into a total one of standard operations: whatever is
 * missing, every operator but `missing` and `if` meets only values. A condition becomes true exactly where it holds; false
 * where it does not hold or is unknown. Any other expression becomes its value, or null where that is missing.
 *
 * Three more things are written out, so that every reader gives one answer: a margin where a calculated number is compared, the
 * defaults of inputs, and conversions of numbers that arrive as text. The result gives the same answer under stock `json-logic-js`,
 * where a missing input may be null, absent or `''`. Writing out what is written out already changes no answer.
 * @param node - an expression without errors; see `checkExpression`
 * @example
 * // {"!": {">": [{"var": "recency"}, 90]}}  gives
 * // {"if": [{"missing": ["recency"]}, false, {"<=": [{"var": "recency"}, 90]}]}
 * @throws ExpressionError `TOO_LARGE` when conditions are compared inside conditions so deeply that the result would have more than
 *   200,000 parts
 * @see docs/expression-semantics.md, sections 2 and 4
 * @since 0.1.0
 */
export function writeOutMissing(node: ExpressionNode, inputs: InputDeclarations): ExpressionNode {
  return writeOut(node, inputs).expression;
}

/** An expression that was written out, and what is known of its value. @since 0.1.0 */
export interface WrittenOut {
  /** See {@link writeOutMissing}. */
  readonly expression: ExpressionNode;
  readonly type: ExpressionType;
  /** Whether the value can be missing (for a condition: unknown, which is written out as false). */
  readonly nullable: boolean;
  /** False for a number that is calculated. */
  readonly exact: boolean;
}

/**
 * {@link writeOutMissing} that also tells what `checkExpression` would of the value, for half the work of asking both.
 * @param node - an expression without errors
 * @returns `expression`, `type`, `nullable`, `exact`
 * @throws ExpressionError `TOO_LARGE`
 * @since 0.1.0
 */
export function writeOut(node: ExpressionNode, inputs: InputDeclarations): WrittenOut {
  const context = makeContext(inputs);
  const { type, nullable, exact } = context.typeOf(node);
  const isCondition = type === 'boolean' || type === 'names';
  const expression = isCondition ? context.holds(node, true, noFacts) : context.value(node, noFacts);
  return { expression, type, nullable, exact: exact !== false };
}

/**
 * A total condition: whether `node` has a value (for a condition: whether it is known).
 * @since 0.1.0
 */
export function isPresent(node: ExpressionNode, inputs: InputDeclarations): ExpressionNode {
  const { variables, conditions } = makeContext(inputs).presence(node);
  return allOf([presentOf(variables), ...conditions]);
}
