import type { EventTypeEntry, SubjectTypeEntry } from '@terrace/client';
import { useMemo } from 'react';
import { useCall } from './useCall';

export interface Catalog {
  readonly isLoading: boolean;
  readonly subjectTypes: readonly SubjectTypeEntry[];
  readonly eventTypes: readonly EventTypeEntry[];
}

/** The record types. */
export function useCatalog(): Catalog {
  const subjects = useCall('listSubjectTypes', {}, { staleTime: 30_000 });
  const events = useCall('listEventTypes', {}, { staleTime: 30_000 });
  return useMemo(
    () => ({
      isLoading: subjects.isPending || events.isPending,
      subjectTypes: subjects.data?.items ?? [],
      eventTypes: events.data?.items ?? [],
    }),
    [subjects.data, subjects.isPending, events.data, events.isPending],
  );
}
