import type { ApiError, CallInput, CallResult, EndpointName } from '@terrace/client';
import {
  keepPreviousData,
  useQuery,
  type QueryClient,
  type QueryKey,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api } from './client';

/** `CallInput` cannot be spread generically, so calls are made through this one untyped door. */
type Caller = (name: EndpointName, input: object) => Promise<unknown>;
const call = api.call as unknown as Caller;

export const callNow = <N extends EndpointName>(name: N, input: CallInput<N>): Promise<CallResult<N>> =>
  call(name, input) as Promise<CallResult<N>>;

export const keyOf = <N extends EndpointName>(name: N, input: CallInput<N>): QueryKey => [
  name,
  input as object,
];

export interface CallOptions<N extends EndpointName> {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** Milliseconds until it is asked again, given what was answered last. */
  readonly pollMs?: (data: CallResult<N> | undefined) => number | false;
  /** Shows the previous page while the next one is on its way. */
  readonly keepPrevious?: boolean;
}

/** Reads an endpoint and keeps the answer under its name and input. */
export function useCall<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions<N> = {},
): UseQueryResult<CallResult<N>, ApiError> {
  const { pollMs } = options;
  return useQuery<CallResult<N>, ApiError>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => callNow(name, { ...input, signal }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(pollMs === undefined ? {} : { refetchInterval: (query) => pollMs(query.state.data) }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** Marks everything read from these endpoints as outdated. */
export async function refresh(client: QueryClient, names: readonly EndpointName[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
