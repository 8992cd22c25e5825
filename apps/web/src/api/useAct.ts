import type { ApiError, CallInput, CallResult, EndpointName } from '@terrace/client';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { callNow, refresh } from './useCall';

export interface ActOptions<N extends EndpointName> {
  /** What reads differently afterwards. */
  readonly refreshes?: readonly EndpointName[];
  readonly onDone?: (result: CallResult<N>) => void;
}

/** Calls an endpoint that changes something. */
export function useAct<N extends EndpointName>(
  name: N,
  options: ActOptions<N> = {},
): UseMutationResult<CallResult<N>, ApiError, CallInput<N>> {
  const client = useQueryClient();
  return useMutation<CallResult<N>, ApiError, CallInput<N>>({
    mutationFn: (input) => callNow(name, input),
    onSuccess: async (result) => {
      options.onDone?.(result);
      await refresh(client, options.refreshes ?? []);
    },
  });
}
