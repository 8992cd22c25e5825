// Writes plugin.schema.json from the built manifest schema.
import { writeFileSync } from 'node:fs';
import { manifestJsonSchema } from './dist/index.js';

writeFileSync(
  new URL('plugin.schema.json', import.meta.url),
  `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`,
);
