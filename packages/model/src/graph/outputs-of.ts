import type { ModelNode } from '../document/node.js';
import { kindOf } from '../node-kind/registry.js';

/**
 * Every value a node can have besides none, where they are few and the node alone tells them: outputs of bands and category maps,
 * options of an enumeration, true and false; null for any other. Calculated or not, nothing else ever comes out of it.
 * @since 0.1.0
 */
export function outputsOf(node: ModelNode): readonly (number | string | boolean)[] | null {
  return kindOf(node).outputs?.(node) ?? null;
}
