import {
  compileJavaScript,
  interpretProgram,
  operation,
  writeOutMissing,
  type CompiledProgram,
  type ExpressionNode,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../../document/model-document.js';
import { previousInputs } from '../../lifecycle/previous-inputs.js';
import { environmentOf, lowerDocument } from '../../lowering/lower-document.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import { scalarOf, type Axis } from '../space/axis.js';

/** What the engine says of one subject. */
export interface Verification {
  /** The tier the rules give, before any lifecycle. */
  readonly tier: string;
  /** Codes of all rules whose own condition holds, whatever stands before them. */
  readonly holding: readonly string[];
}

/** The very program that runs, with one more step per rule: what the proof claims of a subject is asked of it. */
export class Engine {
  readonly #document: ModelDocument;
  readonly #axes: readonly Axis[];
  readonly #rules: readonly DocumentRule[];
  readonly #generateCode: boolean;
  readonly #asked: ExpressionNode[] = [];
  #program: CompiledProgram | null = null;
  #tier: CompiledProgram | null = null;
  #latest: { readonly values: readonly Scalar[]; readonly result: Record<string, Scalar> } | null = null;

  constructor(
    document: ModelDocument,
    axes: readonly Axis[],
    rules: readonly DocumentRule[],
    generateCode = true,
  ) {
    this.#generateCode = generateCode;
    this.#document = document;
    this.#axes = axes;
    this.#rules = rules;
  }

  /** Takes one more condition over the values of nodes; the function says whether it holds for the values of axes. */
  add(condition: ExpressionNode): (values: readonly Scalar[]) => boolean {
    const index = this.#asked.push(condition) - 1;
    this.#program = null;
    return (values) => this.#run(values)[` ask ${index}`] === true;
  }

  verify(values: readonly Scalar[]): Verification {
    const result = this.#run(values);
    return {
      tier: String(result[' qualified']),
      holding: this.#rules.filter((_, index) => result[` rule ${index}`] === true).map((rule) => rule.code),
    };
  }

  /** The tier alone, which takes much less than {@link verify}. */
  tierOf(values: readonly Scalar[]): string {
    this.#tier ??= this.#compile([' qualified']);
    return String(this.#tier(this.subject(values))[' qualified']);
  }

  /** The values of axes as the data of a subject. */
  subject(values: readonly Scalar[]): Record<string, Scalar> {
    return Object.fromEntries(
      this.#axes
        .filter((axis) => !axis.id.startsWith('previous.'))
        .map((axis) => [axis.id, scalarOf(values[axis.index] ?? null, axis.scale)]),
    );
  }

  #run(values: readonly Scalar[]): Record<string, Scalar> {
    if (this.#latest?.values === values) return this.#latest.result;
    this.#program ??= this.#compile();
    const result = this.#program(this.subject(values));
    this.#latest = { values, result };
    return result;
  }

  #compile(outputs?: readonly string[]): CompiledProgram {
    const lowered = lowerDocument(this.#document);
    const inputs = { ...previousInputs, ...lowered.inputs };
    const environment = { ...previousInputs, ...environmentOf(lowered) };
    const condition = (node: ExpressionNode) => writeOutMissing(operation('!!', [node]), environment);
    const program = {
      inputs,
      steps: [
        ...lowered.nodes.map((node) => ({ name: node.id, expression: node.expression })),
        { name: ' qualified', expression: lowered.qualified },
        ...this.#rules.map((rule, index) => ({ name: ` rule ${index}`, expression: condition(rule.when) })),
        ...this.#asked.map((node, index) => ({ name: ` ask ${index}`, expression: condition(node) })),
      ],
    };
    const compile = this.#generateCode ? compileJavaScript : interpretProgram;
    return compile(program, outputs === undefined ? {} : { outputs });
  }
}
