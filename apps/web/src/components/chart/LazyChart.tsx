import { Skeleton } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import type { ChartProps } from './Chart';

const Chart = lazy(async () => ({ default: (await import('./Chart')).Chart }));

/** A chart whose library is loaded when the first one is shown. */
export const LazyChart = (props: ChartProps): ReactNode => (
  <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: props.height }} />}>
    <Chart {...props} />
  </Suspense>
);
