import type { Repair } from '../proof.js';

/** What a repair does, without its words. */
export type Edits = Omit<Repair, 'words'>;

export const noEdits: Edits = { replaced: [], added: [], removed: [] };
