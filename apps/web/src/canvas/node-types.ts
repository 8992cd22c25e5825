import type { ModelNode } from '@terrace/model';
import type { NodeProps } from '@xyflow/react';
import type { ComponentType } from 'react';
import { ActionCanvasNode } from './action/ActionCanvasNode';
import { BandsCanvasNode } from './bands/BandsCanvasNode';
import { ConditionCanvasNode } from './condition/ConditionCanvasNode';
import { DecisionTableCanvasNode } from './decision-table/DecisionTableCanvasNode';
import { DimensionCanvasNode } from './dimension/DimensionCanvasNode';
import { TierCanvasNode } from './tier/TierCanvasNode';

/** What React Flow draws for each kind; a constant, or every node would be mounted anew. */
export const nodeTypes: Record<ModelNode['kind'], ComponentType<NodeProps>> = {
  dimension: DimensionCanvasNode,
  bands: BandsCanvasNode,
  condition: ConditionCanvasNode,
  decisionTable: DecisionTableCanvasNode,
  tier: TierCanvasNode,
  action: ActionCanvasNode,
};
