import { compactJson } from './compact-json.js';
import type { PluginNames } from './plugin-names.js';
import { scaffoldSource, scaffoldTsconfig } from './scaffold-code.js';
import { scaffoldManifest } from './scaffold-manifest.js';
import { scaffoldModel, scaffoldTests } from './scaffold-model.js';
import { scaffoldReadme } from './scaffold-readme.js';

/** The files of a new plugin by name: small, complete, and passing every check. */
export function scaffold(names: PluginNames, hasCode: boolean): ReadonlyMap<string, string> {
  const packageJson = {
    name: names.packageName,
    version: '0.1.0',
    description: names.name.en,
    license: 'MIT',
    keywords: ['terrace-plugin'],
    type: 'module',
  };
  return new Map([
    ['plugin.json', compactJson(scaffoldManifest(names, hasCode))],
    ['models/by-visits.json', compactJson(scaffoldModel(names))],
    ['tests/by-visits.json', compactJson(scaffoldTests())],
    ['README.md', scaffoldReadme(names, hasCode)],
    ['package.json', `${JSON.stringify(packageJson, null, 2)}\n`],
    ['.gitignore', ['node_modules/', '.terrace-dev/', ...(hasCode ? ['dist/'] : []), ''].join('\n')],
    ...(hasCode
      ? ([
          ['src/index.ts', scaffoldSource(names)],
          ['tsconfig.json', `${JSON.stringify(scaffoldTsconfig, null, 2)}\n`],
        ] as const)
      : []),
  ]);
}
