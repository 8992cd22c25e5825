import { expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeBuildCurrent } from './code/code-build-current.js';
import { codeNoPrivateImports } from './code/code-no-private-imports.js';
import { PluginUnderCheck } from './plugin-under-check.js';
import { edit, withPlugin } from './testing/plugin-files.js';
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

it('finds the source of code in the folder of the plugin too', async () => {
  const files = soundPlugin();
  edit(files, 'plugin.json', ['code'], { source: 'index.ts' });
  files['index.ts'] = "import './lib/gap.js';";
  files['lib/gap.ts'] = "import { lowerDocument } from '@terrace/model';";
  files['lib/gap.test.ts'] = "import { testContext } from '@terrace/plugin-sdk/testing';";
  await withPlugin(files, async (folder) => {
    const plugin = await PluginUnderCheck.read(folder, '0.1.0', { others: otherTypes });
    expect(plugin.sourceFiles).toEqual(expect.arrayContaining(['index.ts', 'lib/gap.ts']));
    expect(plugin.sourceFiles).not.toEqual(expect.arrayContaining(['lib/gap.test.ts']));
    expect(plugin.sourceFiles.filter((name) => name.startsWith('dist/') || name.endsWith('.json'))).toEqual(
      [],
    );
    expect(codeNoPrivateImports.run(plugin)).toEqual([
      {
        file: 'lib/gap.ts',
        message: expect.objectContaining({ en: expect.stringContaining('"@terrace/model"') }),
      },
    ]);
  });
});
