import { Flex } from 'antd';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's heading with its actions, and its content. */
export const Page = ({ title, subtitle, actions, children }: PageProps): ReactNode => (
  <div className="page">
    <Flex className="page-head" justify="space-between" align="flex-start" gap={16} wrap>
      <div className="page-title">
        <h1>{title}</h1>
        {subtitle !== undefined && <div className="node-muted">{subtitle}</div>}
      </div>
      {actions !== undefined && (
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      )}
    </Flex>
    {children}
  </div>
);
