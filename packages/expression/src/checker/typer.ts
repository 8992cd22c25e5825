import { isElementScope } from '../ast/element-scope.js';
import type { ExpressionNode } from '../ast/expression-node.js';
import { stepsTo } from '../ast/json-path.js';
import type { ListNode } from '../ast/list-node.js';
import type { LiteralValue } from '../ast/literal-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { hashOf, sameExpression } from '../ast/same-expression.js';
import type { VariableNode } from '../ast/variable-node.js';
import { expressionIssue, type BilingualText, type ExpressionIssue } from '../issue.js';
import { nearestNames } from '../nearest-names.js';
import { commonTyped } from '../operator/common-type.js';
import type { CheckContext, Operator, Typed } from '../operator/operator.js';
import { nonZeroAfter } from '../operator/non-zero.js';
import { knownOperator } from '../operator/registry.js';
import { typeNames } from '../operator/type-name.js';
import { declarationOf, type InputDeclarations } from '../value-type.js';
import { declaredType } from './declared-type.js';

const unknown: Typed = Object.freeze({ type: 'unknown', nullable: true });
const nullType: Typed = Object.freeze({ type: 'null', nullable: true });
const numberType: Typed = Object.freeze({ type: 'number', nullable: false });
const booleanType: Typed = Object.freeze({ type: 'boolean', nullable: false });
const textType: Typed = Object.freeze({ type: 'text', nullable: false });
/** An empty text is a missing one. */
const emptyTextType: Typed = Object.freeze({ type: 'text', nullable: true });

function typeOfLiteral(value: LiteralValue): Typed {
  if (value === null) return nullType;
  if (typeof value === 'number') return numberType;
  return typeof value === 'boolean' ? booleanType : textType;
}

type Report = Parameters<CheckContext['report']>;

/** A test that held, or did not, for what is being checked. */
interface Assumption {
  readonly test: ExpressionNode;
  readonly holds: boolean;
  /** What is not 0 for it; null as long as nobody asked. */
  nonZero: readonly ExpressionNode[] | null;
}

/** Finds the types of nodes, each once, and reports what is wrong with them where it was given a place to. */
export class Typer {
  readonly #inputs: InputDeclarations;
  readonly #issues: ExpressionIssue[] | null;
  readonly #known = new Map<ExpressionNode, Typed>();
  readonly #inputTypes = new Map<string, Typed>();
  /** Where the checking is. */
  readonly #path: (string | number)[];
  /** What is taken for granted at this place; the first `#expanded` were looked into, and are in `#nonZero` by hash. */
  readonly #assumptions: Assumption[] = [];
  readonly #nonZero = new Map<number, ExpressionNode[]>();
  #expanded = 0;

  constructor(
    inputs: InputDeclarations,
    issues: ExpressionIssue[] | null,
    path: readonly (string | number)[] = [],
  ) {
    this.#inputs = inputs;
    this.#issues = issues;
    this.#path = [...path];
  }

  typeOf(node: ExpressionNode): Typed {
    // Quicker found than remembered.
    if (node.kind === 'literal' && node.value !== '') return typeOfLiteral(node.value);
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const typed = this.#find(node);
    this.#known.set(node, typed);
    return typed;
  }

  #find(node: ExpressionNode): Typed {
    switch (node.kind) {
      case 'literal':
        return this.#emptyText();
      case 'list':
        return this.#list(node);
      case 'record':
        this.report('RECORD_NOT_EXPECTED', {
          en: 'An object with several keys is data, not an operation. An operation has exactly one operator, for example {"<": [1, 2]}.',
          'zh-CN': '含有多个键的对象是数据，不是运算。一个运算只能有一个运算符，例如 {"<": [1, 2]}。',
        });
        return unknown;
      case 'variable':
        return this.#variable(node);
      case 'operation': {
        const operator = knownOperator(node.operator);
        if (!this.#hasItsOperands(node, operator)) return unknown;
        const assumed = this.#assumptions.length;
        const typed = operator.check(node, new OperationContext(this, node));
        if (this.#assumptions.length > assumed) this.release(assumed);
        return typed;
      }
    }
  }

  #emptyText(): Typed {
    this.report(
      'EMPTY_TEXT',
      {
        en: 'An empty text counts as missing, so nothing equals it. Ask with {"missing": ["name"]}, or give null.',
        'zh-CN': '空文本视为缺失，任何比较都不成立。请用 {"missing": ["名称"]} 判断，或直接使用 null。',
      },
      undefined,
      'warning',
    );
    return emptyTextType;
  }

  #list(node: ListNode): Typed {
    const types = node.items.map((item, index) => this.below(item, node, index));
    if (types.some((typed) => typed.type === 'unknown')) return unknown;
    if (node.items.length === 0) return { type: 'list', nullable: false };
    const element = commonTyped(node.items, types);
    if (element.type === 'unknown' || element.type === 'list' || element.type === 'names') {
      const found = [...new Set(types.map((typed) => typed.type).filter((each) => each !== 'null'))];
      this.report(
        'MIXED_LIST',
        {
          en: `A list holds single values of one type; this one holds ${found.map((each) => typeNames[each].en).join(', ')}. Keep one type.`,
          'zh-CN': `列表中的值必须是同一类型的单个值；这里有${found.map((each) => typeNames[each]['zh-CN']).join('、')}，请只保留一种类型。`,
        },
        { types: found },
      );
      return unknown;
    }
    return { type: 'list', nullable: false, element };
  }

  #variable(node: VariableNode): Typed {
    const own = this.input(node.name);
    if (node.fallback === null) return own;
    const fallback = this.below(node.fallback, node, 0);
    if (own.type === 'unknown' || fallback.type === 'unknown') return unknown;
    const common = commonTyped([node, node.fallback], [own, fallback]);
    if (common.type === 'unknown')
      this.report(
        'TYPE_MISMATCH',
        {
          en: `The default of "${node.name}" is ${typeNames[fallback.type].en}; ${typeNames[own.type].en} is needed. Give a default of that type.`,
          'zh-CN': `“${node.name}”的默认值是${typeNames[fallback.type]['zh-CN']}，需要${typeNames[own.type]['zh-CN']}，请改用该类型的默认值。`,
        },
        undefined,
        'error',
        stepsTo(node, 0),
      );
    return { ...common, nullable: own.nullable && fallback.nullable };
  }

  /** The type of an input, reporting a name that is not declared. */
  input(name: string, steps: readonly (string | number)[] = []): Typed {
    const known = this.#inputTypes.get(name);
    if (known !== undefined) return known;
    const declaration = declarationOf(this.#inputs, name);
    if (declaration !== undefined) {
      const typed = declaredType(declaration);
      this.#inputTypes.set(name, typed);
      return typed;
    }
    if (this.#issues !== null) this.#unknownName(name, steps);
    return unknown;
  }

  #unknownName(name: string, steps: readonly (string | number)[]): void {
    const names = Object.keys(this.#inputs);
    const isPerElement = names.some((each) => each === '' || each === 'accumulator');
    if (isPerElement) {
      const known = names.map((each) => `{"var": "${each}"}`).join(', ');
      this.report(
        'UNKNOWN_VARIABLE',
        {
          en: `There is no "${name}" here: what is asked of each element sees only ${known}. Compare outside of the list operation.`,
          'zh-CN': `此处没有“${name}”：对每个元素的判断只能使用 ${known}。请把该比较放到列表运算之外。`,
        },
        { name },
        'error',
        steps,
      );
      return;
    }
    if (name === '') {
      this.report(
        'VARIABLE_NAME_EXPECTED',
        {
          en: '"var" takes the name of a dimension or field, for example {"var": "recency"}.',
          'zh-CN': '“var”需要维度或字段的名称，例如 {"var": "recency"}。',
        },
        undefined,
        'error',
        steps,
      );
      return;
    }
    const similar = nearestNames(name, names);
    const all = names.slice(0, 20);
    const [enHint, zhHint] =
      similar.length > 0
        ? [`Did you mean ${similar.join(', ')}?`, `是否想用 ${similar.join('、')}？`]
        : all.length > 0
          ? [`Available: ${all.join(', ')}.`, `可用的名称：${all.join('、')}。`]
          : ['Nothing is available here.', '此处没有可用的名称。'];
    this.report(
      'UNKNOWN_VARIABLE',
      { en: `There is no "${name}". ${enHint}`, 'zh-CN': `没有名为“${name}”的值。${zhHint}` },
      similar[0] === undefined ? { name } : { name, nearest: similar[0] },
      'error',
      steps,
    );
  }

  #hasItsOperands(node: OperationNode, operator: Operator): boolean {
    const { minimum, maximum } = operator.operandCount;
    const { length } = node.operands;
    if (length >= minimum && length <= maximum) return true;
    const expected =
      minimum === maximum
        ? { en: `${minimum} operand${minimum === 1 ? '' : 's'}`, zh: `${minimum} 个` }
        : maximum === Infinity
          ? { en: `at least ${minimum} operand${minimum === 1 ? '' : 's'}`, zh: `至少 ${minimum} 个` }
          : { en: `${minimum} to ${maximum} operands`, zh: `${minimum} 到 ${maximum} 个` };
    this.report(
      'WRONG_OPERAND_COUNT',
      {
        en: `"${node.operator}" takes ${expected.en} and has ${length}. ${length < minimum ? 'Add what is missing' : 'Remove what is too much'}.`,
        'zh-CN': `“${node.operator}”需要${expected.zh}操作数，现有 ${length} 个，请${length < minimum ? '补充缺少的' : '删除多余的'}操作数。`,
      },
      { operator: node.operator, minimum, maximum: maximum === Infinity ? null : maximum, found: length },
    );
    // What stands inside is checked all the same, so that all faults are found at once.
    node.operands.forEach((operand, index) => {
      if (!isElementScope(node, index)) this.below(operand, node, index);
    });
    return false;
  }

  /** The type of the `index`-th child of `parent`. */
  below(node: ExpressionNode, parent: ExpressionNode, index: number): Typed {
    if (this.#issues === null) return this.typeOf(node);
    const path = this.#path;
    const { length } = path;
    if (parent.kind === 'operation') {
      path.push(parent.operator);
      if (parent.form === 'list') path.push(index);
    } else path.push(...stepsTo(parent, index));
    const typed = this.typeOf(node);
    while (path.length > length) path.pop();
    return typed;
  }

  /** The type of the `index`-th child of `parent`, which sees `scope` instead of the inputs. */
  scoped(node: ExpressionNode, parent: ExpressionNode, index: number, scope: InputDeclarations): Typed {
    return new Typer(scope, this.#issues, [...this.#path, ...stepsTo(parent, index)]).typeOf(node);
  }

  report(
    code: string,
    message: BilingualText,
    details?: Readonly<Record<string, unknown>>,
    severity?: 'error' | 'warning',
    steps: readonly (string | number)[] = [],
  ): void {
    this.#issues?.push(expressionIssue(code, [...this.#path, ...steps], message, details, severity));
  }

  /** Notes that `test` held, or did not; returns the mark to release it to. */
  assume(test: ExpressionNode, holds: boolean): number {
    const mark = this.#assumptions.length;
    if (this.#issues !== null) this.#assumptions.push({ test, holds, nonZero: null });
    return mark;
  }

  release(mark: number): void {
    for (const { nonZero } of this.#assumptions.splice(mark))
      for (const node of nonZero ?? []) this.#nonZero.get(hashOf(node))?.pop();
    this.#expanded = Math.min(this.#expanded, mark);
  }

  /** Only who divides asks, so what assumptions mean is found out when first needed. */
  isNonZero(node: ExpressionNode): boolean {
    if (this.#issues === null) return true;
    for (; this.#expanded < this.#assumptions.length; this.#expanded += 1) {
      const assumption = this.#assumptions[this.#expanded];
      if (assumption === undefined) break;
      assumption.nonZero = nonZeroAfter(assumption.test, assumption.holds, (each) => this.typeOf(each));
      for (const each of assumption.nonZero) {
        const alike = this.#nonZero.get(hashOf(each));
        if (alike === undefined) this.#nonZero.set(hashOf(each), [each]);
        else alike.push(each);
      }
    }
    return this.#nonZero.get(hashOf(node))?.some((each) => sameExpression(each, node)) ?? false;
  }
}

/** What an operator sees of the typer. */
class OperationContext implements CheckContext {
  readonly #typer: Typer;
  readonly #node: OperationNode;
  constructor(typer: Typer, node: OperationNode) {
    this.#typer = typer;
    this.#node = node;
  }
  operand(index: number, given?: ExpressionNode): Typed {
    const operand = this.#node.operands[index];
    if (operand === undefined) return unknown;
    if (given === undefined) return this.#typer.below(operand, this.#node, index);
    const mark = this.#typer.assume(given, true);
    const typed = this.#typer.below(operand, this.#node, index);
    this.#typer.release(mark);
    return typed;
  }
  scoped(index: number, scope: InputDeclarations): Typed {
    const operand = this.#node.operands[index];
    return operand === undefined ? unknown : this.#typer.scoped(operand, this.#node, index, scope);
  }
  assume(test: ExpressionNode, holds: boolean): void {
    this.#typer.assume(test, holds);
  }
  report(...[code, index, message, options]: Report): void {
    const steps = index === null ? [] : stepsTo(this.#node, index);
    this.#typer.report(code, message, options?.details, options?.severity, steps);
  }
  variable(name: string, index: number): void {
    this.#typer.input(name, stepsTo(this.#node, index));
  }
  typeOf(node: ExpressionNode): Typed {
    return this.#typer.typeOf(node);
  }
  isNonZero(node: ExpressionNode): boolean {
    return this.#typer.isNonZero(node);
  }
}

/** Types of the nodes of one tree, each found once; faults are not reported. */
export function makeTypeOf(inputs: InputDeclarations): (node: ExpressionNode) => Typed {
  const typer = new Typer(inputs, null);
  return (node) => typer.typeOf(node);
}
