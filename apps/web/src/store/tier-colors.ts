import type { ModelNode, TierNode } from '@terrace/model';

/** The tiers by id. */
export const tiersOf = (nodes: readonly ModelNode[]): ReadonlyMap<string, TierNode> =>
  new Map(nodes.flatMap((node) => (node.kind === 'tier' ? [[node.id, node] as const] : [])));

/** Of a tier that has no colour of its own, or that is not known any more; read well in both themes. */
export const unknownColor = '#8c8c8c';

/** Black or white, whichever is read better on `color` (`#rrggbb`; WCAG 2.2 relative luminance). */
export function inkOn(color: string): '#000' | '#fff' {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  // Contrast with black is above that with white from this luminance on.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}
