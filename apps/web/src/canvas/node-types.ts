import type { ModelNode } from '@terrace/model';
import type { NodeProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import { ActionCanvasNode } from './action/ActionCanvasNode';
import { BandsCanvasNode } from './bands/BandsCanvasNode';
import { CategoryMapCanvasNode } from './category-map/CategoryMapCanvasNode';
import { ConditionCanvasNode } from './condition/ConditionCanvasNode';
import { CustomCanvasNode } from './custom/CustomCanvasNode';
import { DecisionTableCanvasNode } from './decision-table/DecisionTableCanvasNode';
import { DimensionCanvasNode } from './dimension/DimensionCanvasNode';
import { FormulaCanvasNode } from './formula/FormulaCanvasNode';
import { MatrixCanvasNode } from './matrix/MatrixCanvasNode';
import { PlaceholderCanvasNode } from './placeholder/PlaceholderCanvasNode';
import { ScorecardCanvasNode } from './scorecard/ScorecardCanvasNode';
import { TierCanvasNode } from './tier/TierCanvasNode';
import { TimeDecayCanvasNode } from './time-decay/TimeDecayCanvasNode';

/** What React Flow draws for each kind; a constant, or every node would be mounted anew. */
export const nodeTypes: Record<ModelNode['kind'], ComponentType<NodeProps>> = {
  dimension: DimensionCanvasNode,
  bands: BandsCanvasNode,
  categoryMap: CategoryMapCanvasNode,
  scorecard: ScorecardCanvasNode,
  matrix: MatrixCanvasNode,
  decisionTable: DecisionTableCanvasNode,
  condition: ConditionCanvasNode,
  formula: FormulaCanvasNode,
  timeDecay: TimeDecayCanvasNode,
  custom: CustomCanvasNode,
  tier: TierCanvasNode,
  action: ActionCanvasNode,
  placeholder: PlaceholderCanvasNode,
};
