import { held } from './global-setup.js';
import { sharedUrlVariable } from './shared-postgres.js';

/** Jest's `globalTeardown`. */
export default async function globalTeardown(): Promise<void> {
  if (held.server === undefined) return;
  delete process.env[sharedUrlVariable];
  await held.server.stop();
}
