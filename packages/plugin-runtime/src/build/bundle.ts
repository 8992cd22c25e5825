import type { Message, Plugin } from 'esbuild';
import { createRequire, isBuiltin } from 'node:module';

const require = createRequire(import.meta.url);

/** What code is written with; built in, so that a plugin needs no packages of its own. */
const sdk = '@terrace/plugin-sdk/code';

/** CommonJS packages `require` modules of Node.js; in a bundle of ES modules they have to be imported. */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      return kind === 'require-call' ? { path, namespace: 'builtin' } : { path, external: true };
    });
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `import * as module from ${JSON.stringify(path)}; export * from ${JSON.stringify(path)}; export default module.default;`,
    }));
  },
};

/** Of Terrace itself a plugin sees one package. */
const boundaries: Plugin = {
  name: 'boundaries',
  setup({ onResolve }) {
    onResolve({ filter: /^@terrace\// }, ({ path }) =>
      path === sdk
        ? { path: require.resolve(sdk) }
        : { errors: [{ text: `A plugin may import ${sdk} alone, not "${path}".` }] },
    );
  },
};

/** A fault of the source, and where it is. */
export interface BundleFault {
  readonly text: string;
  /** `src/index.ts:3`; empty where that is not known. */
  readonly place: string;
}

function faultOf({ text, location }: Message): BundleFault {
  return { text, place: location === null ? '' : `${location.file}:${location.line}` };
}

/**
 * Makes one module of `source` and everything it imports.
 * @param folder - the plugin's folder, absolute
 * @returns the faults; none when it is written
 */
export async function bundle(
  folder: string,
  source: string,
  outfile: string,
): Promise<readonly BundleFault[]> {
  // Loaded when it is needed: a server never builds.
  const { build } = await import('esbuild');
  try {
    await build({
      absWorkingDir: folder,
      entryPoints: [source],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      legalComments: 'inline',
      logLevel: 'silent',
      plugins: [boundaries, builtins],
    });
    return [];
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'errors' in error)
      return (error.errors as readonly Message[]).map(faultOf);
    throw error;
  }
}
