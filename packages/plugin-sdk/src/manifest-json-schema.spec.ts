import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { manifestJsonSchema } from './manifest-json-schema.js';

describe('plugin.schema.json', () => {
  it('is that of the manifest; "pnpm --filter @terrace/plugin-sdk schema" writes it anew', () => {
    const stored: unknown = JSON.parse(
      readFileSync(new URL('../plugin.schema.json', import.meta.url), 'utf8'),
    );
    expect(stored).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())));
  });
});
