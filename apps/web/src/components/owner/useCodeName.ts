import { splitCodeId } from '@terrace/model';
import { useCallback } from 'react';
import { useOwners } from './useOwners';

/** Reads `plugin.id`, as documents refer to code: the plugin by its name, and the id in it. */
export function useCodeName(): (codeId: string) => { plugin: string; id: string } {
  const { nameOf } = useOwners();
  return useCallback(
    (codeId) => {
      const { plugin, id } = splitCodeId(codeId);
      return { plugin: nameOf(plugin), id };
    },
    [nameOf],
  );
}
