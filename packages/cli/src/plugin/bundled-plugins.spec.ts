import { describe, expect, it } from '@jest/globals';
import { checkPlugin, checks } from '@terrace/plugin-sdk/conformance';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolder } from '../repository.js';
import { otherTypes } from './other-plugins.js';

const folders = readdirSync(pluginFolder(), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** Proofs take seconds; the plugins' own tests make them. */
const quick = checks.filter(({ area }) => area !== 'rule').map(({ id }) => id);

describe('plugins that come with Terrace', () => {
  it.each(folders)('%s passes the conformance checks', async (name) => {
    const folder = join(pluginFolder(), name);
    const { checks: results } = await checkPlugin(folder, { others: await otherTypes(folder), only: quick });
    const failed = results.filter(({ state }) => state === 'failed');
    expect(
      failed.flatMap(({ id, issues }) => issues.map(({ file, message }) => [id, file, message.en])),
    ).toEqual([]);
  });
});
