import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { manifestJsonSchema, testCasesJsonSchema } from './json-schemas.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const stored = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

describe('the JSON Schemas for editors', () => {
  it('are those of the manifest and of test cases; "pnpm --filter @terrace/plugin-sdk schema" writes them anew', () => {
    expect(stored('plugin.schema.json')).toEqual(plain(manifestJsonSchema()));
    expect(stored('test-cases.schema.json')).toEqual(plain(testCasesJsonSchema()));
  });

  it('let a text stand in place or be named by its key', () => {
    const { properties } = plain(manifestJsonSchema()) as {
      properties: { name: { anyOf: { type: string }[] } };
    };
    expect(properties.name.anyOf.map(({ type }) => type)).toEqual(['object', 'string']);
  });
});
