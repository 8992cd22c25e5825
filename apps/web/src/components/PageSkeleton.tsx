import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

export const PageSkeleton = (): ReactNode => (
  <div className="page" aria-busy="true">
    <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />
  </div>
);
