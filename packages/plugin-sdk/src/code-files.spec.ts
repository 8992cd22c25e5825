import { describe, expect, it } from '@jest/globals';
import { declarationsFile, isBuiltFile, isSourceFile } from './code-files.js';

const names = [
  'code.json',
  'dist/chunk.js',
  'dist/code.json',
  'dist/index.js',
  'index.js',
  'index.ts',
  'index.test.ts',
  'lib/gap.ts',
  'plugin.json',
  'src/gap.spec.ts',
  'src/gap.ts',
  'src/index.ts',
  'src/words.json',
];

describe('files of the code of a plugin', () => {
  it.each([
    [
      'in a folder each',
      { source: 'src/index.ts', entry: 'dist/index.js' },
      ['src/gap.ts', 'src/index.ts', 'src/words.json'],
      ['dist/chunk.js', 'dist/code.json', 'dist/index.js'],
    ],
    [
      'with the source in the folder of the plugin',
      { source: 'index.ts', entry: 'dist/index.js' },
      ['index.js', 'index.ts', 'lib/gap.ts', 'src/gap.ts', 'src/index.ts'],
      ['dist/chunk.js', 'dist/code.json', 'dist/index.js'],
    ],
    [
      'with both in the folder of the plugin',
      { source: 'index.ts', entry: 'index.js' },
      ['dist/chunk.js', 'dist/index.js', 'index.ts', 'lib/gap.ts', 'src/gap.ts', 'src/index.ts'],
      ['code.json', 'index.js'],
    ],
    [
      'with both in one folder',
      { source: 'dist/chunk.js', entry: 'dist/index.js' },
      ['dist/chunk.js'],
      ['dist/code.json', 'dist/index.js'],
    ],
  ])('are told apart %s', (_name, places, sources, built) => {
    expect(names.filter((name) => isSourceFile(name, places))).toEqual(sources);
    expect(names.filter((name) => isBuiltFile(name, places))).toEqual(built);
  });

  it('have their declarations beside the built module', () => {
    expect(['dist/a/index.js', 'index.mjs'].map(declarationsFile)).toEqual(['dist/a/code.json', 'code.json']);
  });
});
