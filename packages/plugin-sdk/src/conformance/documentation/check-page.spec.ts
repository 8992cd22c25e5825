import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkPages } from './check-page.js';

const folder = new URL('../../../../../docs/plugin-checks/', import.meta.url);

describe('docs/plugin-checks', () => {
  it('is that of the checks; "pnpm --filter @terrace/plugin-sdk run check-docs" writes it anew', () => {
    const pages = checkPages();
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  });
});
