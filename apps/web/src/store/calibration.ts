import type { BandsNode, ModelDocument } from '@terrace/model';

/** Cut points that a run took from its population, by node id. */
export type Calibration = Readonly<Record<string, readonly string[]>>;

/** The calibrated cut points in the document of a run. */
export function calibrationOf(computed: ModelDocument): Calibration {
  const found: Record<string, readonly string[]> = {};
  for (const node of computed.nodes)
    if (node.kind === 'bands' && node.cuts.method !== 'explicit') found[node.id] = node.cuts.values;
  return found;
}

/** The cut points to show for bands: their own, or those of the newest run while it has as many. Empty when none are known. */
export function shownCuts(node: BandsNode, calibration: Calibration): readonly string[] {
  if (node.cuts.method === 'explicit') return node.cuts.values;
  const newest = calibration[node.id];
  const count = node.outputs.length - 1;
  if (newest?.length === count) return newest;
  return node.cuts.values.length === count ? node.cuts.values : [];
}

/** The bands with cut point `index` at `value`. Calibrated bands become explicit: a run would otherwise overwrite the edit. */
export function withCut(node: BandsNode, index: number, value: string, calibration: Calibration): BandsNode {
  const values = shownCuts(node, calibration).map((cut, i) => (i === index ? value : cut));
  return { ...node, cuts: { method: 'explicit', values } };
}
