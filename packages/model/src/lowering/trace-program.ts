import { writeOutMissing, type Program, type ProgramStep } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { kindOf } from '../node-kind/registry.js';
import { defaultOf } from './defaults.js';
import { environmentOf, type LoweredModel } from './lower-document.js';
import { fastTrackSource } from './tier-choice.js';

// Ids begin with a letter, so a name that begins with a blank is no node's.

/** Names of the steps that are no node's. */
export const stepNames = {
  tier: ' tier',
  qualified: ' qualified',
  reason: ' reason',
  policy: ' policy',
  fastTrack: ' fast track',
} as const;

const deciderStep = (code: string): string => ` by ${code}`;

/** The program of a trace, and which of its steps tell what. */
export interface TraceProgram {
  readonly program: Program;
  /** The step of the qualified tier: that of the tier where nothing stands between them. */
  readonly qualified: string;
  readonly policy: string | null;
  readonly fastTrack: string | null;
  /** The steps that tell which part decided, by the code of the decider. */
  readonly deciders: Readonly<Record<string, string>>;
}

/** Inputs with the defaults of dimensions, so that a caller may leave them out. */
function inputsWithDefaults(document: ModelDocument, lowered: LoweredModel): Program['inputs'] {
  const inputs = { ...lowered.inputs };
  for (const node of document.nodes) {
    const value = defaultOf(node);
    const declaration = inputs[node.id];
    if (value !== null && declaration !== undefined) inputs[node.id] = { ...declaration, default: value };
  }
  return inputs;
}

const stepsOfNodes = ({ nodes }: LoweredModel): ProgramStep[] =>
  nodes.map(({ id, expression, declaration }) => ({ name: id, expression, declaration }));

const tierDeclaration = { type: 'text', nullable: true } as const;

/** The program of a plain evaluation: nodes and tier. */
export function plainProgram(document: ModelDocument, lowered: LoweredModel): Program {
  return {
    inputs: inputsWithDefaults(document, lowered),
    steps: [
      ...stepsOfNodes(lowered),
      { name: stepNames.tier, expression: lowered.tier, declaration: tierDeclaration },
    ],
  };
}

/** The program of a trace: a plain evaluation, and why. */
export function traceProgram(document: ModelDocument, lowered: LoweredModel): TraceProgram {
  const environment = environmentOf(lowered);
  const plain = plainProgram(document, lowered);
  const deciders = document.nodes.flatMap((node) => kindOf(node).deciders?.(node) ?? []);
  const tracks = fastTrackSource(document);
  const hasPolicy = lowered.policy !== null;
  const steps: ProgramStep[] = [
    ...plain.steps,
    ...deciders.map(({ code, expression }) => ({
      name: deciderStep(code),
      expression: writeOutMissing(expression, environment),
    })),
    { name: stepNames.reason, expression: lowered.reason },
  ];
  if (lowered.policy !== null)
    steps.push(
      { name: stepNames.qualified, expression: lowered.qualified },
      { name: stepNames.policy, expression: lowered.policy },
    );
  if (tracks !== null)
    steps.push({ name: stepNames.fastTrack, expression: writeOutMissing(tracks, environment) });
  return {
    program: { inputs: plain.inputs, steps },
    qualified: hasPolicy ? stepNames.qualified : stepNames.tier,
    policy: hasPolicy ? stepNames.policy : null,
    fastTrack: tracks === null ? null : stepNames.fastTrack,
    deciders: Object.fromEntries(deciders.map(({ code }) => [code, deciderStep(code)])),
  };
}
