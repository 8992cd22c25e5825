import { blankKinds, type BlankKind } from '../store/new-node';

/** The data format of what is dragged from the palette. */
export const paletteMime = 'application/x-terrace-node';

/** What a palette item makes: a ready dimension or a blank node. */
export type PaletteItem =
  { readonly type: 'dimension'; readonly id: string } | { readonly type: 'blank'; readonly kind: BlankKind };

export const writeItem = (item: PaletteItem): string => JSON.stringify(item);

export function readItem(text: string): PaletteItem | undefined {
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof item !== 'object' || item === null || !('type' in item)) return undefined;
  if (item.type === 'dimension' && 'id' in item && typeof item.id === 'string')
    return { type: 'dimension', id: item.id };
  if (item.type === 'blank' && 'kind' in item) {
    const kind = blankKinds.find((each) => each === item.kind);
    if (kind !== undefined) return { type: 'blank', kind };
  }
  return undefined;
}
