import type { CodeContext } from './context.js';
import type { CodeParameter } from './parameter.js';
import type { CodeText } from './text.js';

/** What set an action off. @since 0.1.0 */
export interface Occasion {
  /** The same each time this occasion is tried again: whoever receives it twice can tell. */
  readonly idempotencyKey: string;
  readonly subjectType: string;
  /** The subject's key, with the permission `subjectKeys`; else null. */
  readonly key: string | null;
  readonly modelId: string;
  readonly transition: {
    readonly kind: 'enter' | 'leave' | 'upgrade' | 'downgrade';
    /** Ids of tiers; null where there is none. */
    readonly from: string | null;
    readonly to: string | null;
    /** ISO 8601. */
    readonly at: string;
  };
}

/** An action that code performs. @since 0.1.0 */
export interface ActionDefinition<P extends readonly CodeParameter[]> {
  /** Lower-case letters, digits and `_`, starting with a letter; models know it as `<plugin>.<id>`. */
  readonly id: string;
  readonly name: CodeText;
  readonly description?: CodeText;
  readonly parameters?: P;
  /** Acts on one transition, at least once: it is tried again when it throws, with the same `idempotencyKey`. */
  run(occasion: Occasion, context: CodeContext<P>): void | Promise<void>;
}

/**
 * Declares an action that code performs. The types of its parameters follow from the declaration.
 * @example
 * ```ts
 * export const notify = defineAction({
 *   id: 'notify',
 *   name: { en: 'Notify the desk', 'zh-CN': '通知服务台' },
 *   parameters: [{ id: 'desk', name: { en: 'Desk', 'zh-CN': '服务台' }, type: 'text', default: 'north' }],
 *   async run({ idempotencyKey, transition }, { fetch, parameters }) {
 *     const answer = await fetch(`https://desk.example.com/${parameters.desk}`, {
 *       method: 'POST',
 *       headers: { 'idempotency-key': idempotencyKey },
 *       body: JSON.stringify(transition),
 *     });
 *     if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
 *   },
 * });
 * ```
 * @since 0.1.0
 */
export function defineAction<const P extends readonly CodeParameter[] = readonly []>(
  definition: ActionDefinition<P>,
): ActionDefinition<P> {
  return definition;
}
