import type { ApiError, Run } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useAct } from '../../api/useAct';
import { callNow, keyOf, useCall } from '../../api/useCall';
import { isRunning, runPollMs } from '../../components/result/RunProgress';
import { calibrationOf } from '../../store/calibration';
import { selectDocument } from '../../store/editor-selectors';
import { useEditorStore } from '../../store/editor-store';

export interface Preview {
  readonly isOpen: boolean;
  readonly isComputing: boolean;
  readonly run: Run | undefined;
  readonly error: ApiError | null;
  start(asOf: string): void;
  close(): void;
}

/** Computes what is on the canvas, saved or not, and compares it with the model's current tiers. */
export function usePreview(modelId: string): Preview {
  const store = useEditorStore();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const start = useAct('startRun');
  const { mutate, reset } = start;
  const id = start.data?.id;
  const followed = useCall(
    'getRun',
    { params: { id: id ?? '' } },
    { enabled: id !== undefined, pollMs: (run) => (isRunning(run) ? runPollMs : false) },
  );
  const run = id === undefined ? undefined : (followed.data ?? start.data);
  const isReady = run?.state === 'computed';
  useEffect(() => {
    if (!isReady || id === undefined) return;
    const input = { params: { id } };
    void client
      .fetchQuery({
        queryKey: keyOf('getRunDocument', input),
        queryFn: () => callNow('getRunDocument', input),
        staleTime: Infinity,
      })
      .then((document) => store.getState().calibrate(calibrationOf(document)));
  }, [client, id, isReady, store]);
  return {
    isOpen,
    isComputing: start.isPending || (id !== undefined && isRunning(run)),
    run,
    error: start.error ?? followed.error,
    start: useCallback(
      (asOf) => {
        setOpen(true);
        reset();
        mutate({ body: { document: selectDocument(store.getState()), modelId, asOf } });
      },
      [modelId, mutate, reset, store],
    ),
    close: useCallback(() => setOpen(false), []),
  };
}
