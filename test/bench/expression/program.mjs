import { toJsonLogic, variablesOf } from '@terrace/expression';
import { lowerDocument } from '@terrace/model';

/** The name of the step that gives the tier; ids of nodes begin with a letter. */
export const tierStep = '_tier';

/** A document as a program of named steps. */
export function programOf(document) {
  const { inputs, nodes, tier } = lowerDocument(document);
  const steps = nodes.map(({ id, expression, declaration }) => ({ name: id, expression, declaration }));
  const declaration = { type: 'text', nullable: true };
  return { inputs, steps: [...steps, { name: tierStep, expression: tier, declaration }] };
}

/** The steps that the tier rests on as exported JSON Logic, in their order. */
export function exportedSteps({ steps }) {
  const used = new Set([tierStep]);
  for (const { name, expression } of steps.toReversed())
    if (used.has(name)) for (const each of variablesOf(expression)) used.add(each);
  return steps
    .filter(({ name }) => used.has(name))
    .map(({ name, expression }) => ({ name, rule: toJsonLogic(expression) }));
}
