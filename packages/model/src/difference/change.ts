import type { BothLanguages } from '../explain/words.js';

/**
 * What a change can do: move subjects between tiers, change what tiers set off, change what proofs and "what it takes" look at, change
 * what people read, or only move nodes on the canvas.
 * @since 0.1.0
 */
export type ChangeEffect = 'tiers' | 'actions' | 'analysis' | 'presentation' | 'layout';

/** What happened to the thing a {@link Change} is about. @since 0.1.0 */
export type ChangeType = 'added' | 'removed' | 'changed' | 'moved' | 'renamed';

/** One side of a change. @since 0.1.0 */
export interface ChangeSide {
  /** Leads into that document. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** One difference between two documents. @since 0.1.0 */
export interface Change {
  /** What changed and how, stable: `THRESHOLD_CHANGED`, `ROW_MOVED`, `NODE_ADDED`, …; `FIELD_…` for what has no name of its own. */
  readonly code: string;
  readonly type: ChangeType;
  readonly effect: ChangeEffect;
  /** The node concerned, by its id in the newer document (in the older one when it was removed); null for the document itself. */
  readonly nodeId: string | null;
  /** Null for what was added. */
  readonly before: ChangeSide | null;
  /** Null for what was removed. */
  readonly after: ChangeSide | null;
  readonly sentence: BothLanguages;
}
