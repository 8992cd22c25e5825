import type { ProgramLayout, ProgramStep } from '../javascript/program.js';
import type { Tables } from './tables.js';

/** The steps that must be computed for the outputs, once tables stand for what they looked up before. */
export function liveSteps(layout: ProgramLayout, tables: Tables): readonly ProgramStep[] {
  for (const { name, expression } of layout.steps) tables.learn(name, expression, layout.isCondition(name));
  const needed = new Set(layout.outputs);
  return layout.steps
    .toReversed()
    .filter(({ name, expression }) => {
      if (!needed.has(name)) return false;
      for (const each of tables.namesOf(expression)) needed.add(each);
      return true;
    })
    .toReversed();
}
