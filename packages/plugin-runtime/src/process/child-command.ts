import { fileURLToPath } from 'node:url';

/** What code may reach. */
export interface Walls {
  /** The plugin's folder, absolute and without links. */
  readonly folder: string;
  /** A folder it may write to, absolute; null for none. */
  readonly storageFolder: string | null;
  readonly memoryMb: number;
}

/** The program that runs in the child; built, whether this file is or not. */
const program = fileURLToPath(new URL('../../dist/child/', import.meta.url));

/** Node.js renamed it in 23.5. */
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/** The command line of a plugin's process, after the name of Node.js itself. */
export function childArguments({ folder, storageFolder, memoryMb }: Walls): string[] {
  const storage =
    storageFolder === null ? [] : [`--allow-fs-read=${storageFolder}/`, `--allow-fs-write=${storageFolder}/`];
  return [
    permission,
    `--allow-fs-read=${program}`,
    `--allow-fs-read=${folder}/`,
    ...storage,
    '--no-addons',
    '--disallow-code-generation-from-strings',
    '--experimental-vm-modules',
    '--no-deprecation',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    `--max-old-space-size=${memoryMb}`,
    `${program}main.mjs`,
  ];
}
