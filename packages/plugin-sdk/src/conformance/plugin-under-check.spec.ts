import { expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeBuildCurrent } from './code/code-build-current.js';
import { PluginUnderCheck } from './plugin-under-check.js';
import { withPlugin } from './testing/plugin-files.js';
import { otherTypes, soundPlugin } from './testing/sound-plugin.js';

it('goes on without files that are deleted while it looks', async () => {
  await withPlugin(soundPlugin(), async (folder) => {
    const plugin = await PluginUnderCheck.read(folder, '0.1.0', { others: otherTypes });
    const { entry, source } = plugin.manifest?.code ?? { entry: '', source: '' };
    expect([plugin.text(source), plugin.text(entry)]).toEqual([expect.any(String), expect.any(String)]);
    for (const name of [entry, source, 'README.md', 'package.json']) await rm(join(folder, name));
    expect([plugin.text('README.md'), plugin.json('package.json')]).toEqual([null, undefined]);
    expect(await codeBuildCurrent.run(plugin)).toEqual([]);
  });
});
