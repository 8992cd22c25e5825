import { z } from 'zod';
import { actionNodeSchema } from '../node-kind/action/action-node.js';
import { bandsNodeSchema } from '../node-kind/bands/bands-node.js';
import { categoryMapNodeSchema } from '../node-kind/category-map/category-map-node.js';
import { conditionNodeSchema } from '../node-kind/condition/condition-node.js';
import { customNodeSchema } from '../node-kind/custom/custom-node.js';
import { decisionTableNodeSchema } from '../node-kind/decision-table/decision-table-node.js';
import { dimensionNodeSchema } from '../node-kind/dimension/dimension-node.js';
import { formulaNodeSchema } from '../node-kind/formula/formula-node.js';
import { matrixNodeSchema } from '../node-kind/matrix/matrix-node.js';
import { placeholderNodeSchema } from '../node-kind/placeholder/placeholder-node.js';
import { scorecardNodeSchema } from '../node-kind/scorecard/scorecard-node.js';
import { tierNodeSchema } from '../node-kind/tier/tier-node.js';
import { timeDecayNodeSchema } from '../node-kind/time-decay/time-decay-node.js';

/** A node of a model. @since 0.1.0 */
export const modelNodeSchema = z.discriminatedUnion('kind', [
  dimensionNodeSchema,
  bandsNodeSchema,
  categoryMapNodeSchema,
  scorecardNodeSchema,
  matrixNodeSchema,
  decisionTableNodeSchema,
  conditionNodeSchema,
  formulaNodeSchema,
  timeDecayNodeSchema,
  customNodeSchema,
  tierNodeSchema,
  actionNodeSchema,
  placeholderNodeSchema,
]);

/** See {@link modelNodeSchema}. @since 0.1.0 */
export type ModelNode = z.infer<typeof modelNodeSchema>;

/** The node of one kind. @since 0.1.0 */
export type NodeOfKind<Kind extends ModelNode['kind']> = Extract<ModelNode, { kind: Kind }>;
