import type { ActionPreset, DimensionEntry, Plugin } from '@terrace/client';
import { splitCodeId, type KnownCode, type KnownPlugin } from '@terrace/model';

/** The plugins there are, with what their code declares, for the check of a document that uses it. */
export function knownCodeOf(
  plugins: readonly Plugin[],
  dimensions: readonly DimensionEntry[],
  actions: readonly ActionPreset[],
): KnownCode {
  const known = new Map<string, KnownPlugin>();
  for (const { id, version, state, problem } of plugins) {
    // One that was removed is as good as absent.
    if (state === 'available') continue;
    known.set(id, {
      version,
      state,
      reason: problem,
      dimensions: dimensions.flatMap(({ owner, subjectType, node, parameters = [] }) =>
        owner === id && node.source.kind === 'code'
          ? [
              {
                id: splitCodeId(node.source.dimension).id,
                subjectType,
                valueType: node.valueType,
                parameters,
              },
            ]
          : [],
      ),
      actions: actions.flatMap(({ owner, action, parameters = [] }) =>
        owner === id && action.type === 'code' ? [{ id: splitCodeId(action.action).id, parameters }] : [],
      ),
    });
  }
  return known;
}
