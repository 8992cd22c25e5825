import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';

/** Bands whose cut points are quantiles of the population. @since 0.1.0 */
export interface CalibratedNode {
  readonly nodeId: string;
  /** Id of the node whose values are looked at. */
  readonly input: string;
  /** Number of bands; there is one cut point fewer. */
  readonly count: number;
  /** Added to every quantile, a decimal. */
  readonly offset: string;
  /** Who counts: JSON Logic over dimensions; everybody whose input is present when absent. */
  readonly population?: JsonLogic;
}

/** The bands that a run has to calibrate, in the order of the document. @since 0.1.0 */
export function calibratedNodes(document: ModelDocument): CalibratedNode[] {
  return document.nodes.flatMap((node): CalibratedNode[] => {
    if (node.kind !== 'bands' || node.cuts.method !== 'quantile') return [];
    const { count, offset, population } = node.cuts;
    return [
      {
        nodeId: node.id,
        input: node.input,
        count,
        offset,
        ...(population === undefined ? {} : { population }),
      },
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
      if (node.kind !== 'bands' || node.cuts.method !== 'quantile' || values === undefined) return node;
      return { ...node, cuts: { ...node.cuts, values: [...values] } };
    }),
  };
}
