import { roles, type Role, type Session } from '@terrace/client';
import { queryClient } from './query-client';
import { isSignedOut } from './client';
import { callNow, keyOf, useCall } from './useCall';

/** Who is signed in; null when nobody is. */
export async function loadSession(): Promise<Session | null> {
  return queryClient
    .fetchQuery({
      queryKey: keyOf('getSession', {}),
      queryFn: () => callNow('getSession', {}),
      staleTime: 60_000,
    })
    .catch((error: unknown) => {
      if (isSignedOut(error)) return null;
      throw error;
    });
}

export const rememberSession = (session: Session): void => {
  queryClient.clear();
  queryClient.setQueryData(keyOf('getSession', {}), session);
};

export const includesRole = (held: Role | undefined, needed: Role): boolean =>
  held !== undefined && roles.indexOf(held) <= roles.indexOf(needed);

export interface Permissions {
  readonly session: Session | undefined;
  readonly isAdministrator: boolean;
  readonly isDesigner: boolean;
}

/** What the signed-in person may do; the server decides in the end. */
export function useSession(): Permissions {
  const { data } = useCall('getSession', {}, { staleTime: 60_000 });
  const role = data?.user.role;
  return {
    session: data,
    isAdministrator: includesRole(role, 'administrator'),
    isDesigner: includesRole(role, 'designer'),
  };
}
