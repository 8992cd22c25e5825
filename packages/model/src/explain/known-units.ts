import { unitWords } from '@terrace/expression';

/** The units that have words in both languages; any other is shown as it is written. @since 0.1.0 */
export const knownUnits: readonly string[] = Object.keys(unitWords);
