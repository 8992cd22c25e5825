import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { variable, type VariableNode } from '../ast/variable-node.js';
import { makeTypeOf } from '../checker/typer.js';
import type { MissingContext, Presence } from '../operator/operator.js';
import { asNumber } from '../operator/numeric-text.js';
import { knownOperator } from '../operator/registry.js';
import { declarationOf, type InputDeclarations } from '../value-type.js';
import { allOf, anyOf, chooseOf, missingOf, no, noNames, notOf, presentOf, yes } from './build.js';

const nowhere: Presence = { variables: noNames, conditions: [no] };
const always: Presence = { variables: noNames, conditions: [] };

/** Dispatches over node kinds; what an operation means it asks of the operator. */
function makeContext(inputs: InputDeclarations): MissingContext {
  const presences = new WeakMap<ExpressionNode, Presence>();
  const isNullable = (name: string) => declarationOf(inputs, name)?.nullable !== false;
  /** Names whose absence makes the variable missing; with a fallback that is there, none. */
  const ownNeeds = (node: VariableNode): ReadonlySet<string> =>
    node.fallback === null && isNullable(node.name) ? new Set([node.name]) : noNames;

  function presenceOfVariable(node: VariableNode): Presence {
    if (!isNullable(node.name)) return always;
    if (node.fallback === null) return { variables: new Set([node.name]), conditions: [] };
    const fallback = context.presence(node.fallback);
    const either = anyOf([
      presentOf(new Set([node.name])),
      allOf([presentOf(fallback.variables), ...fallback.conditions]),
    ]);
    return either === yes ? always : { variables: noNames, conditions: [either] };
  }

  /** A variable known to have a value, its own or its fallback's. JSON Logic itself would let null and '' pass by the fallback. */
  function bareVariable(node: VariableNode, facts: ReadonlySet<string>): ExpressionNode {
    const own = variable(node.name);
    if (node.fallback === null || !isNullable(node.name) || facts.has(node.name)) return own;
    return chooseOf([[missingOf([node.name]), context.bare(node.fallback, facts)]], own);
  }

  const context: MissingContext = {
    inputs,
    typeOf: makeTypeOf(inputs),
    bare(node, facts) {
      if (node.kind === 'variable') return bareVariable(node, facts);
      if (node.kind === 'operation') return knownOperator(node.operator).missing.bare(node, facts, context);
      return node;
    },
    value(node, facts) {
      if (node.kind === 'variable') {
        const own = variable(node.name);
        // Handed through as a result, a number that arrived as text becomes one, and '' becomes null.
        const result = context.typeOf(node).type === 'number' ? asNumber(own) : own;
        if (!isNullable(node.name) || facts.has(node.name)) return result;
        const otherwise = node.fallback === null ? literal(null) : context.value(node.fallback, facts);
        return chooseOf([[missingOf([node.name]), otherwise]], result);
      }
      if (node.kind === 'operation') return knownOperator(node.operator).missing.value(node, facts, context);
      return node;
    },
    holds(node, polarity, facts) {
      if (node.kind === 'literal') return node.value === polarity ? yes : no;
      if (node.kind === 'list') return no;
      if (node.kind === 'operation')
        return knownOperator(node.operator).missing.holds(node, polarity, facts, context);
      const own = polarity ? variable(node.name) : notOf(variable(node.name));
      if (!isNullable(node.name) || facts.has(node.name)) return own;
      const otherwise = node.fallback === null ? no : context.holds(node.fallback, polarity, facts);
      return chooseOf([[missingOf([node.name]), otherwise]], own);
    },
    presence(node) {
      if (node.kind === 'literal') return node.value === null ? nowhere : always;
      if (node.kind === 'list') return always;
      if (node.kind === 'variable') return presenceOfVariable(node);
      const cached = presences.get(node);
      if (cached !== undefined) return cached;
      const presence = knownOperator(node.operator).missing.presence(node, context);
      presences.set(node, presence);
      return presence;
    },
    needs(node, polarity) {
      if (node.kind === 'variable') return ownNeeds(node);
      if (node.kind === 'operation')
        return knownOperator(node.operator).missing.needs(node, polarity, context);
      return noNames;
    },
  };
  return context;
}

/**
 * Turns an expression, whose comparisons are three-valued as in SQL, into a total one of standard operations: whatever is
 * missing, every operator but `missing` and `if` meets only values. A condition becomes true exactly where it holds; false
 * where it does not hold or is unknown. Any other expression becomes its value, or null where that is missing.
 *
 * The result gives the same answer under stock `json-logic-js`, where a missing input may be null, absent or `''` and a number
 * may arrive as text. Writing out what is written out already changes no answer.
 * @param node - an expression without errors; see `checkExpression`
 * @example
 * // {"!": {">": [{"var": "recency"}, 90]}}  gives
 * // {"if": [{"missing": ["recency"]}, false, {"<=": [{"var": "recency"}, 90]}]}
 * @throws ExpressionError `TOO_LARGE` when conditions are compared inside conditions so deeply that the result would have more than
 *   200,000 parts
 * @see docs/expression-semantics.md, section 2
 * @since 0.1.0
 */
export function writeOutMissing(node: ExpressionNode, inputs: InputDeclarations): ExpressionNode {
  const context = makeContext(inputs);
  const { type } = context.typeOf(node);
  return type === 'boolean' || type === 'list'
    ? context.holds(node, true, noNames)
    : context.value(node, noNames);
}

/**
 * A total condition: whether `node` has a value (for a condition: whether it is known).
 * @since 0.1.0
 */
export function isPresent(node: ExpressionNode, inputs: InputDeclarations): ExpressionNode {
  const { variables, conditions } = makeContext(inputs).presence(node);
  return allOf([presentOf(variables), ...conditions]);
}
