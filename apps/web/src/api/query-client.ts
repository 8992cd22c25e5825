import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiError, isSignedOut } from './client';

let leave: () => void = () => undefined;

/** Says what happens when the server no longer knows the session. */
export function onSessionLost(handler: () => void): void {
  leave = handler;
}

const watch = (error: unknown): void => {
  if (isSignedOut(error)) leave();
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only an unreachable server may answer differently a moment later.
      retry: (count, error) => count < 2 && isApiError(error, 'UNREACHABLE'),
    },
  },
});
