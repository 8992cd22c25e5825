import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty state that says what to do. */
export const EmptyHint = ({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode => (
  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text} className="empty-hint">
    {children}
  </Empty>
);
