// Writes plugin.schema.json and test-cases.schema.json from the built schemas.
import { writeFileSync } from 'node:fs';
import { manifestJsonSchema, testCasesJsonSchema } from './dist/index.js';

const write = (file, schema) =>
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
write('plugin.schema.json', manifestJsonSchema());
write('test-cases.schema.json', testCasesJsonSchema());
