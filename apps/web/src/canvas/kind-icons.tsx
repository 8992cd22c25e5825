import {
  AppstoreOutlined,
  BarChartOutlined,
  BlockOutlined,
  BranchesOutlined,
  CalculatorOutlined,
  FallOutlined,
  FunctionOutlined,
  QuestionCircleOutlined,
  SolutionOutlined,
  TableOutlined,
  TagsOutlined,
  ThunderboltOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';

export const kindIcons: Record<ModelNode['kind'], ReactNode> = {
  dimension: <FunctionOutlined />,
  bands: <BarChartOutlined />,
  categoryMap: <TagsOutlined />,
  scorecard: <SolutionOutlined />,
  matrix: <AppstoreOutlined />,
  decisionTable: <TableOutlined />,
  condition: <BranchesOutlined />,
  formula: <CalculatorOutlined />,
  timeDecay: <FallOutlined />,
  custom: <BlockOutlined />,
  tier: <TrophyOutlined />,
  action: <ThunderboltOutlined />,
  placeholder: <QuestionCircleOutlined />,
};
