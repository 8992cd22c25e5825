import type { ExpressionNode } from '../ast/expression-node.js';
import { childPath, type JsonPath } from '../ast/json-path.js';
import { expressionIssue, type ExpressionIssue } from '../issue.js';
import { keyOf } from '../missing/build.js';
import { commonType } from '../operator/common-type.js';
import type { CheckContext, Typed } from '../operator/operator.js';
import { knownOperator } from '../operator/registry.js';
import { typeNames } from '../operator/type-name.js';
import { declarationOf, type InputDeclarations } from '../value-type.js';

const unknown: Typed = { type: 'unknown', nullable: true };
const noNames: ReadonlySet<string> = new Set();

/** Names close enough to be what was meant, nearest first. */
function similarNames(name: string, inputs: InputDeclarations): string[] {
  const wanted = name.toLowerCase();
  return Object.keys(inputs)
    .filter((each) => each.toLowerCase().includes(wanted) || wanted.includes(each.toLowerCase()))
    .slice(0, 3);
}

/** Walks a tree, finds types and reports what is wrong. */
export class Typer {
  readonly issues: ExpressionIssue[] = [];
  readonly #inputs: InputDeclarations;
  constructor(inputs: InputDeclarations) {
    this.#inputs = inputs;
  }

  check(node: ExpressionNode, path: JsonPath, nonZero: ReadonlySet<string> = noNames): Typed {
    switch (node.kind) {
      case 'literal':
        if (node.value === null) return { type: 'null', nullable: true };
        return {
          type: typeof node.value === 'string' ? 'text' : (typeof node.value as 'number' | 'boolean'),
          nullable: false,
        };
      case 'list':
        this.issues.push(
          expressionIssue('LIST_NOT_EXPECTED', path, {
            en: 'A list can only stand on the right of "in".',
            'zh-CN': '列表只能出现在“in”的右侧。',
          }),
        );
        return unknown;
      case 'variable': {
        const typed = this.#variable(node.name, path);
        if (node.fallback === null) return typed;
        const fallback = this.check(node.fallback, childPath(path, node, 0), nonZero);
        const type = commonType([node, node.fallback], [typed, fallback]);
        if (type === 'unknown' && typed.type !== 'unknown' && fallback.type !== 'unknown')
          this.issues.push(
            expressionIssue('TYPE_MISMATCH', childPath(path, node, 0), {
              en: `The default of "${node.name}" is ${typeNames[fallback.type].en}; ${typeNames[typed.type].en} is needed.`,
              'zh-CN': `“${node.name}”的默认值是${typeNames[fallback.type]['zh-CN']}，需要${typeNames[typed.type]['zh-CN']}。`,
            }),
          );
        return { type, nullable: typed.nullable && fallback.nullable };
      }
      case 'operation': {
        const context: CheckContext = {
          operand: (index, known = noNames) => {
            const operand = node.operands[index];
            if (operand === undefined) return unknown;
            const facts = known.size === 0 ? nonZero : new Set([...nonZero, ...known]);
            return this.check(operand, childPath(path, node, index), facts);
          },
          variable: (name, index) => void this.#variable(name, childPath(path, node, index)),
          report: (code, index, message, options = {}) =>
            void this.issues.push(
              expressionIssue(
                code,
                index === null ? path : childPath(path, node, index),
                message,
                options.details,
                options.severity,
              ),
            ),
          isNonZero: (each) => nonZero.has(keyOf(each)),
        };
        return knownOperator(node.operator).check(node, context);
      }
    }
  }

  #variable(name: string, path: JsonPath): Typed {
    const declaration = declarationOf(this.#inputs, name);
    if (declaration !== undefined) return declaration;
    const similar = similarNames(name, this.#inputs);
    const all = Object.keys(this.#inputs).slice(0, 20);
    const [enHint, zhHint] =
      similar.length > 0
        ? [`Did you mean ${similar.join(', ')}?`, `是否想用 ${similar.join('、')}？`]
        : all.length > 0
          ? [`Available: ${all.join(', ')}.`, `可用的名称：${all.join('、')}。`]
          : ['Nothing is available here.', '此处没有可用的名称。'];
    this.issues.push(
      expressionIssue(
        'UNKNOWN_VARIABLE',
        path,
        {
          en: `There is no "${name}". ${enHint}`,
          'zh-CN': `没有名为“${name}”的值。${zhHint}`,
        },
        { name },
      ),
    );
    return unknown;
  }
}

/** Types of the nodes of one tree, each found once; faults are not reported. */
export function makeTypeOf(inputs: InputDeclarations): (node: ExpressionNode) => Typed {
  const known = new WeakMap<ExpressionNode, Typed>();
  /** An operator asks for its operands by index; their types come out of the cache, so that the whole is linear. */
  const typeOf = (node: ExpressionNode): Typed => {
    const cached = known.get(node);
    if (cached !== undefined) return cached;
    let typed: Typed;
    if (node.kind === 'operation')
      typed = knownOperator(node.operator).check(node, {
        operand: (index) => typeOf(node.operands[index] ?? node),
        variable: () => undefined,
        report: () => undefined,
        isNonZero: () => true,
      });
    else if (node.kind === 'list') typed = { type: 'list', nullable: false };
    else if (node.kind === 'variable' && node.fallback !== null) {
      const own = declarationOf(inputs, node.name) ?? unknown;
      const fallback = typeOf(node.fallback);
      typed = {
        type: commonType([node, node.fallback], [own, fallback]),
        nullable: own.nullable && fallback.nullable,
      };
    } else if (node.kind === 'variable') typed = declarationOf(inputs, node.name) ?? unknown;
    else typed = new Typer(inputs).check(node, []);
    known.set(node, typed);
    return typed;
  };
  return typeOf;
}
