import type { ActionPreset, DimensionEntry, NodeKindEntry, TierPreset } from '@terrace/client';
import { useMemo } from 'react';
import { useEditor } from '../store/editor-store';
import { useCall } from './useCall';

export interface Contributions {
  readonly dimensions: readonly DimensionEntry[];
  readonly nodeKinds: readonly NodeKindEntry[];
  readonly tiers: readonly TierPreset[];
  readonly actions: readonly ActionPreset[];
}

const options = { staleTime: 60_000 };

/** Everything that plugins have for the palette; dimensions of the model's subject type alone. */
export function useContributions(): Contributions {
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const dimensions = useCall('listDimensions', {}, options).data;
  const nodeKinds = useCall('listNodeKinds', {}, options).data;
  const tiers = useCall('listTierPresets', {}, options).data;
  const actions = useCall('listActionPresets', {}, options).data;
  return useMemo(
    () => ({
      dimensions: dimensions?.items.filter((each) => each.subjectType === subjectType) ?? [],
      nodeKinds: nodeKinds?.items ?? [],
      tiers: tiers?.items ?? [],
      actions: actions?.items ?? [],
    }),
    [dimensions, subjectType, nodeKinds, tiers, actions],
  );
}
