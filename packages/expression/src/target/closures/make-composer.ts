import type { ExpressionNode } from '../../ast/expression-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import type { Closure, ClosureContext, Typed } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import { unknownName } from '../javascript/program.js';
import { Tables } from '../table/tables.js';
import { tableClosure } from './table-closure.js';

/** A function that composes closures over the slots that `slotOf` names. A chain of branches becomes a table where it can. */
export function makeComposer(
  typeOf: (node: ExpressionNode) => Typed,
  slotOf: (name: string) => number,
  tables: Tables = new Tables(typeOf),
): (node: ExpressionNode) => Closure {
  const context: ClosureContext = {
    typeOf,
    compose,
    slotOf,
    lambda(body, scope) {
      const names = new Map(Object.keys(scope).map((name, slot) => [name, slot]));
      return makeComposer(makeTypeOf(scope), (name) => names.get(name) ?? unknownName(name))(body);
    },
  };
  function compose(node: ExpressionNode): Closure {
    switch (node.kind) {
      case 'literal': {
        const { value } = node;
        return () => value;
      }
      case 'list': {
        const items = node.items.map((item) => compose(item));
        return (slots) => items.map((item) => item(slots)) as ReturnType<Closure>;
      }
      case 'record':
        // Plain data has no type, so no checked expression holds any.
        return () => null;
      case 'variable': {
        const slot = slotOf(node.name);
        return (slots) => slots[slot] ?? null;
      }
      case 'operation':
        return tableClosure(node, context, tables) ?? knownOperator(node.operator).closure(node, context);
    }
  }
  return compose;
}
