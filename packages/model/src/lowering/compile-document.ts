import { compileJavaScript, interpretProgram, type Program, type Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { applyDefaults } from './defaults.js';
import type { DimensionValues } from './dimension-values.js';
import { lowerDocument } from './lower-document.js';

/** What a compiled document says of one subject. @since 0.1.0 */
export interface Evaluation {
  readonly tier: string;
  /** Value of every node that computes one, by node id. */
  readonly values: Record<string, Scalar>;
}

/** A document ready to be evaluated. @since 0.1.0 */
export interface CompiledDocument {
  /** Evaluates one subject; a missing dimension with a default gets it. */
  evaluate(values: DimensionValues): Evaluation;
}

/** How to compile. @since 0.1.0 */
export interface CompileOptions {
  /** False composes closures instead of generating code, for pages whose security policy forbids that. True when absent. */
  readonly generateCode?: boolean;
}

/** `tier` is no node id of the value-yielding kind, yet a node could be called that; the name of the step cannot. */
const tierStep = ' tier';

/**
 * Compiles a document to one function of JavaScript. Numbers are doubles, which hold every decimal of 15 digits.
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function compileDocument(document: ModelDocument, options: CompileOptions = {}): CompiledDocument {
  const { inputs, nodes, tier } = lowerDocument(document);
  const program: Program = {
    inputs,
    steps: [
      ...nodes.map((node) => ({ name: node.id, expression: node.expression })),
      { name: tierStep, expression: tier },
    ],
  };
  const run = options.generateCode === false ? interpretProgram(program) : compileJavaScript(program);
  const hasDefaults = document.nodes.some(
    (node) => node.kind === 'dimension' && node.missing.policy === 'default',
  );
  return {
    evaluate(given) {
      const values = hasDefaults ? applyDefaults(document, given) : given;
      const { [tierStep]: found, ...results } = run(values);
      return { tier: String(found), values: results };
    },
  };
}
