import type { KnownCode } from '@terrace/model';
import { useMemo } from 'react';
import { knownCodeOf } from '../store/known-code';
import { useCall } from './useCall';

const options = { staleTime: 60_000 };

/** The code that plugins bring; nothing while it is not known. */
export function useKnownCode(): KnownCode | undefined {
  const plugins = useCall('listPlugins', {}, options).data;
  const dimensions = useCall('listDimensions', {}, options).data;
  const actions = useCall('listActionPresets', {}, options).data;
  return useMemo(
    () =>
      plugins === undefined || dimensions === undefined || actions === undefined
        ? undefined
        : knownCodeOf(plugins.items, dimensions.items, actions.items),
    [plugins, dimensions, actions],
  );
}
