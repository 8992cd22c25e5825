import { CreateSchemas1760000000000 } from './1760000000000-CreateSchemas.js';

/** Every migration, oldest first. */
export const migrations = [CreateSchemas1760000000000];
