import { useEffect } from 'react';
import { useCall } from '../../api/useCall';
import { calibrationOf } from '../../store/calibration';
import { useEditorStore } from '../../store/editor-store';

/** Shows on calibrated bands the cut points that the model's newest run took from its population. */
export function useNewestCalibration(modelId: string): void {
  const store = useEditorStore();
  const runs = useCall('listRuns', { query: { modelId, pageSize: 20 } });
  const newest = runs.data?.items.find(({ state }) => state === 'computed' || state === 'applied');
  const document = useCall(
    'getRunDocument',
    { params: { id: newest?.id ?? '' } },
    { enabled: newest !== undefined, staleTime: Infinity },
  );
  useEffect(() => {
    if (document.data !== undefined) store.getState().calibrate(calibrationOf(document.data));
  }, [document.data, store]);
}
