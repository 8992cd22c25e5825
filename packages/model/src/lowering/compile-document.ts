import {
  compileJavaScriptShape,
  compileJavaScriptValue,
  interpretShape,
  interpretValue,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { lowerDocument } from './lower-document.js';
import type { SubjectValues } from './subject-values.js';
import type { Trace } from './trace.js';
import { plainProgram, stepNames, traceProgram } from './trace-program.js';

/** What a compiled document says of one subject. @since 0.1.0 */
export interface Evaluation {
  readonly tier: string;
  /** Value of every node that computes one, by node id. */
  readonly values: Record<string, Scalar>;
}

/** A document ready to be evaluated. A missing dimension with a default gets it. @since 0.1.0 */
export interface CompiledDocument {
  /** The tier of one subject and the values of all nodes. */
  evaluate(values: SubjectValues): Evaluation;
  /** The tier of one subject and nothing else, which costs a fraction of {@link evaluate}. */
  tierOf(values: SubjectValues): string;
  /** As {@link evaluate}, with everything that tells why; costs less than three times as much. */
  trace(values: SubjectValues): Trace;
}

/** How to compile. @since 0.1.0 */
export interface CompileOptions {
  /** False composes closures instead of generating code, for pages whose security policy forbids that. True when absent. */
  readonly generateCode?: boolean;
}

/**
 * Compiles a document to functions of JavaScript. Numbers are doubles, which hold every decimal of 15 digits. Each of
 * its functions is compiled when it is first called.
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function compileDocument(document: ModelDocument, options: CompileOptions = {}): CompiledDocument {
  const lowered = lowerDocument(document);
  const [shape, value] =
    options.generateCode === false
      ? [interpretShape, interpretValue]
      : [compileJavaScriptShape, compileJavaScriptValue];
  const nodeSteps = Object.fromEntries(lowered.nodes.map(({ id }) => [id, id]));
  const plain = plainProgram(document, lowered);
  const makeTrace = (): ((values: SubjectValues) => Trace) => {
    const { program, qualified, policy, fastTrack, deciders } = traceProgram(document, lowered);
    return shape(program, {
      tier: stepNames.tier,
      qualified,
      reason: stepNames.reason,
      policy,
      fastTrack,
      values: nodeSteps,
      decidedBy: deciders,
    }) as (values: SubjectValues) => Trace;
  };
  let evaluate: ((values: SubjectValues) => Evaluation) | null = null;
  let tierOf: ((values: SubjectValues) => string) | null = null;
  let trace: ((values: SubjectValues) => Trace) | null = null;
  return {
    evaluate: (values) =>
      (evaluate ??= shape(plain, { tier: stepNames.tier, values: nodeSteps }) as (
        values: SubjectValues,
      ) => Evaluation)(values),
    tierOf: (values) =>
      (tierOf ??= value(plain, stepNames.tier) as (values: SubjectValues) => string)(values),
    trace: (values) => (trace ??= makeTrace())(values),
  };
}
