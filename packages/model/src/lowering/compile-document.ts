import {
  compileJavaScriptShape,
  compileJavaScriptValue,
  interpretShape,
  interpretValue,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { lowerDocument, type LoweredModel } from './lower-document.js';
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
  /**
   * True generates code at the first call; false never does, for pages whose security policy forbids it; absent: once a function has
   * been called 100 times. Answers are the same, closures are ready sooner and generated code is several times faster.
   */
  readonly generateCode?: boolean;
}

/** Calls after which generating code, which takes about as long as they did, pays. */
const callsBeforeCode = 100;

type Run<Result> = (values: SubjectValues) => Result;

/** A function that is made when it is first called: composed at first, and generated once it is hot. */
function whenCalled<Result>(
  compose: () => Run<Result>,
  generate: () => Run<Result>,
  { generateCode }: CompileOptions,
): Run<Result> {
  let calls = 0;
  let run: Run<Result> = (values) => {
    run = generateCode === true ? generate() : compose();
    return run(values);
  };
  if (generateCode !== undefined) return (values) => run(values);
  return (values) => {
    if (calls < callsBeforeCode && (calls += 1) === callsBeforeCode) run = generate();
    return run(values);
  };
}

/**
 * Compiles a document to functions of JavaScript. Numbers are doubles, which hold every decimal of 15 digits. Each of
 * its functions is compiled when it is first called.
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function compileDocument(document: ModelDocument, options: CompileOptions = {}): CompiledDocument {
  return compileLowered(document, lowerDocument(document), options);
}

/**
 * As {@link compileDocument}, for a document that was lowered already.
 * @param lowered - what `lowerDocument` gave for `document`
 * @since 0.1.0
 */
export function compileLowered(
  document: ModelDocument,
  lowered: LoweredModel,
  options: CompileOptions = {},
): CompiledDocument {
  const nodeSteps = Object.fromEntries(lowered.nodes.map(({ id }) => [id, id]));
  const plain = plainProgram(document, lowered);
  const plainShape = { tier: stepNames.tier, values: nodeSteps };
  const traceOf = (make: typeof compileJavaScriptShape | typeof interpretShape): Run<Trace> => {
    const { program, qualified, policy, fastTrack, deciders } = traceProgram(document, lowered);
    return make(program, {
      tier: stepNames.tier,
      qualified,
      reason: stepNames.reason,
      policy,
      fastTrack,
      values: nodeSteps,
      decidedBy: deciders,
    }) as Run<Trace>;
  };
  return {
    evaluate: whenCalled(
      () => interpretShape(plain, plainShape) as Run<Evaluation>,
      () => compileJavaScriptShape(plain, plainShape) as Run<Evaluation>,
      options,
    ),
    tierOf: whenCalled(
      () => interpretValue(plain, stepNames.tier) as Run<string>,
      () => compileJavaScriptValue(plain, stepNames.tier) as Run<string>,
      options,
    ),
    trace: whenCalled(
      () => traceOf(interpretShape),
      () => traceOf(compileJavaScriptShape),
      options,
    ),
  };
}
