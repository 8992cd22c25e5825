import { resolve } from 'node:path';

/** The checkout this package stands in. @since 0.1.0 */
export const repositoryRoot = resolve(import.meta.dirname, '../../..');
