import { checkExpression, literal, type ExpressionNode, type InputDeclaration } from '@terrace/expression';
import { environmentOf, type LoweredModel } from '../lowering/lower-document.js';

/** Two sides that a rule compares and that change smoothly with some dimension. */
export interface ComparedSides {
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** How a model looks at one dimension. */
export interface Sensitivity {
  /** Constants it is compared with directly. */
  readonly constants: ReadonlySet<number | string | boolean>;
  /** Whether arithmetic is done with it, so that constants alone do not say where the result changes. */
  readonly isComputed: boolean;
  /** Whether that arithmetic is piecewise linear in it, so that a search by halves finds every change. */
  readonly isLinear: boolean;
}

/** How a model looks at its dimensions; those that its tier does not rest on are not in it. */
export interface Sensitivities {
  readonly dimensions: ReadonlyMap<string, Sensitivity>;
  readonly compared: readonly ComparedSides[];
}

interface Draft {
  readonly constants: Set<number | string | boolean>;
  isComputed: boolean;
  isLinear: boolean;
}

const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', '===', '!==']);
const linear: ReadonlySet<string> = new Set(['+', '-']);
const extremes: ReadonlySet<string> = new Set(['min', 'max']);
const nothing: ReadonlySet<string> = new Set();

/** A number that may have arrived as text is read through a unary plus. */
function withoutPlus(node: ExpressionNode): ExpressionNode {
  const [only] = node.kind === 'operation' && node.operator === '+' ? node.operands : [];
  return node.kind === 'operation' && node.operands.length === 1 && only !== undefined ? only : node;
}

/** One walk over the expressions of a model; every node is walked once. */
class Walk {
  readonly drafts = new Map<string, Draft>();
  readonly compared: ComparedSides[] = [];
  readonly #model: LoweredModel;
  readonly #expressions: ReadonlyMap<string, ExpressionNode>;
  readonly #environment: Readonly<Record<string, InputDeclaration>>;
  /** Dimensions whose values flow into the value of a node, by node. */
  readonly #flows = new Map<string, ReadonlySet<string>>();

  constructor(model: LoweredModel) {
    this.#model = model;
    this.#expressions = new Map(model.nodes.map((node) => [node.id, node.expression]));
    this.#environment = environmentOf(model);
  }

  #draft(dimension: string): Draft {
    const known = this.drafts.get(dimension);
    if (known !== undefined) return known;
    const draft: Draft = { constants: new Set(), isComputed: false, isLinear: true };
    this.drafts.set(dimension, draft);
    return draft;
  }

  #compute(dimensions: Iterable<string>, isLinear = true): void {
    for (const dimension of dimensions) {
      const draft = this.#draft(dimension);
      draft.isComputed = true;
      if (!isLinear) draft.isLinear = false;
    }
  }

  #isDimension(node: ExpressionNode | undefined): node is Extract<ExpressionNode, { kind: 'variable' }> {
    return node?.kind === 'variable' && Object.hasOwn(this.#model.inputs, node.name);
  }

  /** Notes that the sides are compared, and gives nothing: a comparison is true or false. */
  compare(sides: readonly ExpressionNode[]): ReadonlySet<string> {
    for (let index = 1; index < sides.length; index++) {
      const left = sides[index - 1];
      const right = sides[index];
      if (left !== undefined && right !== undefined) this.#comparePair(left, right);
    }
    return nothing;
  }

  #comparePair(leftSide: ExpressionNode, rightSide: ExpressionNode): void {
    const left = withoutPlus(leftSide);
    const right = withoutPlus(rightSide);
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!this.#isDimension(one)) continue;
      if (other.kind === 'literal' && other.value !== null) {
        this.#draft(one.name).constants.add(other.value);
        return;
      }
      // Compared with itself it is asked whether it is there.
      if (other.kind === 'variable' && other.name === one.name) {
        this.#draft(one.name);
        return;
      }
    }
    this.#follow(left, right);
  }

  /** Two sides of which at least one may change smoothly. */
  #follow(left: ExpressionNode, right: ExpressionNode): void {
    const flows = new Set([...this.visit(left), ...this.visit(right)]);
    if (flows.size === 0) return;
    const areNumbers = [left, right].every(
      (side) => checkExpression(side, this.#environment).type === 'number',
    );
    this.#compute(flows, areNumbers);
    if (areNumbers) this.compared.push({ left, right });
  }

  /** A condition: a number in its place is compared with 0. */
  condition(condition: ExpressionNode): void {
    const node = withoutPlus(condition);
    if (this.#isDimension(node)) {
      if (this.#model.inputs[node.name]?.type === 'number') this.#draft(node.name).constants.add(0);
      else this.#draft(node.name);
      return;
    }
    this.#follow(node, literal(0));
  }

  /** Walks through `node`. @returns the dimensions whose values flow into its value, other than through comparisons */
  visit(node: ExpressionNode): ReadonlySet<string> {
    switch (node.kind) {
      case 'list':
        return new Set(node.items.flatMap((item) => [...this.visit(item)]));
      case 'variable': {
        const own = this.#variable(node.name);
        return node.fallback === null ? own : new Set([...own, ...this.visit(node.fallback)]);
      }
      case 'operation':
        return this.#operation(node.operator, node.operands);
      default:
        return nothing;
    }
  }

  #variable(name: string): ReadonlySet<string> {
    const known = this.#flows.get(name);
    if (known !== undefined) return known;
    const expression = this.#expressions.get(name);
    if (expression === undefined) {
      if (!Object.hasOwn(this.#model.inputs, name)) return nothing;
      this.#draft(name);
      return new Set([name]);
    }
    const flows = this.visit(expression);
    this.#flows.set(name, flows);
    return flows;
  }

  #operation(operator: string, operands: readonly ExpressionNode[]): ReadonlySet<string> {
    if (comparisons.has(operator)) return this.compare(operands);
    const [first, second] = operands;
    switch (operator) {
      case 'missing':
        for (const operand of operands)
          if (operand.kind === 'literal' && typeof operand.value === 'string') this.#read(operand.value);
        return nothing;
      case 'in':
        if (first !== undefined && second?.kind === 'list') {
          for (const item of second.items) this.#comparePair(first, item);
          return nothing;
        }
        break;
      case '!':
      case '!!':
        operands.forEach((operand) => this.condition(operand));
        return nothing;
      case 'and':
      case 'or':
        // Written out, these join conditions only.
        operands.forEach((operand) => this.condition(operand));
        return nothing;
      case 'if':
        return this.#choice(operands);
    }
    return this.#arithmetic(operator, operands);
  }

  /** A name that is only asked whether it is there. */
  #read(name: string): void {
    if (Object.hasOwn(this.#model.inputs, name)) this.#draft(name);
    else this.#variable(name);
  }

  #choice(operands: readonly ExpressionNode[]): ReadonlySet<string> {
    const flows = new Set<string>();
    operands.forEach((operand, index) => {
      const isCondition = index % 2 === 0 && index < operands.length - 1;
      if (isCondition) this.condition(operand);
      else for (const dimension of this.visit(operand)) flows.add(dimension);
    });
    return flows;
  }

  #arithmetic(operator: string, operands: readonly ExpressionNode[]): ReadonlySet<string> {
    const flows = operands.map((operand) => this.visit(operand));
    const all = new Set(flows.flatMap((each) => [...each]));
    if (all.size === 0 || linear.has(operator)) return all;
    if (operator === '*') {
      const repeated = [...all].filter((dimension) => flows.filter((each) => each.has(dimension)).length > 1);
      this.#compute(repeated, false);
    } else if (operator === '/') {
      this.#compute(
        flows.slice(1).flatMap((each) => [...each]),
        false,
      );
    } else if (extremes.has(operator)) {
      operands.forEach((left, index) =>
        operands.slice(index + 1).forEach((right) => this.compared.push({ left, right })),
      );
    } else {
      this.#compute(all, false);
    }
    return all;
  }
}

/** Finds out with which constants a model compares each dimension, and with which it computes. */
export function sensitivitiesOf(model: LoweredModel): Sensitivities {
  const walk = new Walk(model);
  walk.visit(model.tier);
  return { dimensions: walk.drafts, compared: walk.compared };
}
