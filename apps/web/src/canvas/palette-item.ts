import { blankKinds, type BlankKind } from '../store/new-node';

/** The data format of what is dragged from the palette. */
export const paletteMime = 'application/x-terrace-node';

/** What plugins put into the palette. */
export const contributedTypes = ['dimension', 'nodeKind', 'tier', 'action'] as const;

/** What a palette item makes: something that a plugin brings, named by its id, or a blank node. */
export type PaletteItem =
  | { readonly type: (typeof contributedTypes)[number]; readonly id: string }
  | { readonly type: 'blank'; readonly kind: BlankKind };

export const writeItem = (item: PaletteItem): string => JSON.stringify(item);

export function readItem(text: string): PaletteItem | undefined {
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof item !== 'object' || item === null || !('type' in item)) return undefined;
  if (item.type === 'blank' && 'kind' in item) {
    const kind = blankKinds.find((each) => each === item.kind);
    return kind === undefined ? undefined : { type: 'blank', kind };
  }
  const type = contributedTypes.find((each) => each === item.type);
  return type !== undefined && 'id' in item && typeof item.id === 'string'
    ? { type, id: item.id }
    : undefined;
}
