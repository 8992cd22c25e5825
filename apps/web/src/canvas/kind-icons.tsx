import {
  BarChartOutlined,
  BranchesOutlined,
  FunctionOutlined,
  TableOutlined,
  ThunderboltOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';

export const kindIcons: Record<ModelNode['kind'], ReactNode> = {
  dimension: <FunctionOutlined />,
  bands: <BarChartOutlined />,
  condition: <BranchesOutlined />,
  decisionTable: <TableOutlined />,
  tier: <TrophyOutlined />,
  action: <ThunderboltOutlined />,
};
