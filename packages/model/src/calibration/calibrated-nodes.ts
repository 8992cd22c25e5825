import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import type { BandsNode } from '../node-kind/bands/bands-node.js';
import type { CalibratedCuts } from './statistics.js';

/** Bands whose cut points are taken from the population. @since 0.1.0 */
export interface CalibratedNode {
  readonly nodeId: string;
  /** Id of the dimension whose values are looked at. */
  readonly input: string;
  readonly cuts: CalibratedCuts;
  /** Who counts: JSON Logic over dimensions; everybody whose input is present when absent. */
  readonly population?: JsonLogic;
}

/** The cuts of bands that a run calibrates; null for explicit ones. */
export function calibratedCuts(node: BandsNode): CalibratedCuts | null {
  return node.cuts.method === 'explicit' ? null : node.cuts;
}

/** The bands that a run has to calibrate, in the order of the document. @since 0.1.0 */
export function calibratedNodes(document: ModelDocument): CalibratedNode[] {
  return document.nodes.flatMap((node): CalibratedNode[] => {
    const cuts = node.kind === 'bands' ? calibratedCuts(node) : null;
    if (node.kind !== 'bands' || cuts === null) return [];
    const { population } = cuts;
    return [
      { nodeId: node.id, input: node.input, cuts, ...(population === undefined ? {} : { population }) },
    ];
  });
}

/**
 * The document with new calibrated cut points; explicit ones stay as they are.
 * @param cuts - decimals in ascending order by node id
 * @since 0.1.0
 */
export function withCutPoints(
  document: ModelDocument,
  cuts: Readonly<Record<string, readonly string[]>>,
): ModelDocument {
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const values = Object.hasOwn(cuts, node.id) ? cuts[node.id] : undefined;
      if (node.kind !== 'bands' || values === undefined) return node;
      const calibrated = calibratedCuts(node);
      return calibrated === null ? node : { ...node, cuts: { ...calibrated, values: [...values] } };
    }),
  };
}
