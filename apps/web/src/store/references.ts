import type { Lifecycle, ModelDocument } from '@terrace/model';
import { withoutVariables } from '../inspector/condition/condition-form';
import { linksOf } from './links/links-of';
import { unconnected } from './links/unconnected';

/** Clears every reference to the nodes in `gone`. */
export function clearReferences(document: ModelDocument, gone: ReadonlySet<string>): ModelDocument {
  const { amount, priority, lifecycle, ...rest } = document;
  const order = priority?.filter((tier) => !gone.has(tier));
  return {
    ...rest,
    ...(amount === undefined || gone.has(amount) ? {} : { amount }),
    ...(order === undefined || order.length === 0 ? {} : { priority: order }),
    ...(lifecycle === undefined ? {} : { lifecycle: clearLifecycle(lifecycle, gone) }),
    fallback: gone.has(document.fallback) ? unconnected : document.fallback,
    nodes: document.nodes.map((node) => linksOf(node).unlink(node, gone)),
  };
}

/** A fast track to a tier that is gone goes too; stages are an order only while there are two. */
function clearLifecycle(lifecycle: Lifecycle, gone: ReadonlySet<string>): Lifecycle {
  const { stages, fastTracks, ...rest } = lifecycle;
  const order = stages?.filter((tier) => !gone.has(tier));
  const tracks = fastTracks
    ?.filter(({ to }) => !gone.has(to))
    .map((track) => ({ ...track, when: withoutVariables(track.when, gone) }))
    // One whose last comparison went would hold for everyone.
    .filter(({ id, when }) => when !== true || fastTracks.find((each) => each.id === id)?.when === true);
  return {
    ...rest,
    ...(order === undefined || order.length < 2 ? {} : { stages: order }),
    ...(tracks === undefined || tracks.length === 0 ? {} : { fastTracks: tracks }),
  };
}
