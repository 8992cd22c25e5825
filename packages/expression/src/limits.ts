/** Bounds on what is read, so that no input exhausts stack or memory. @since 0.1.0 */
export interface ExpressionLimits {
  /** Levels of nesting. */
  readonly maxDepth: number;
  /** Nodes in all. */
  readonly maxNodes: number;
  /** Characters (UTF-16 units) of one text or name. */
  readonly maxTextLength: number;
}

/** The bounds used unless others are given. @since 0.1.0 */
export const defaultLimits: ExpressionLimits = Object.freeze({
  maxDepth: 200,
  maxNodes: 50_000,
  maxTextLength: 10_000,
});
