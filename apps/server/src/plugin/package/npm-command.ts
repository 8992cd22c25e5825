import { execFile } from 'node:child_process';
import { access, realpath } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { z } from 'zod';

/** Longest time for fetching a package, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** What npm needs of this process's environment: nothing of the database, nothing of ours. */
const passedOn =
  /^(PATH|PATHEXT|HOME|USERPROFILE|APPDATA|SYSTEMROOT|TEMP|TMP|TMPDIR|LANG|(npm_config|NPM_CONFIG)_.*|(https?|no|HTTPS?|NO)_(proxy|PROXY)|NODE_EXTRA_CA_CERTS)$/i;

const failureSchema = z.object({ error: z.object({ code: z.string() }) });

/** How fetching ended: undefined when it went well, else npm's code, such as `E404`, or `TIMEOUT`. */
export type NpmFailure = string | undefined;

/**
 * Fetches the package `spec` into `folder` as its packed file; nothing of it is run.
 * @param npm - the file that `findNpm` found
 */
export function npmPack(npm: string, spec: string, folder: string): Promise<NpmFailure> {
  const args = [
    npm,
    'pack',
    spec,
    '--json',
    '--ignore-scripts',
    `--pack-destination=${folder}`,
    `--cache=${join(folder, 'cache')}`,
    '--fetch-retries=1',
    '--fetch-timeout=20000',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      {
        cwd: folder,
        env,
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: 8_000_000,
        windowsHide: true,
      },
      (error, stdout) => {
        if (error === null) return resolve(undefined);
        if (error.killed === true) return resolve('TIMEOUT');
        return resolve(codeIn(stdout) ?? 'FAILED');
      },
    );
  });
}

function codeIn(stdout: string): string | undefined {
  try {
    return failureSchema.parse(JSON.parse(stdout)).error.code;
  } catch {
    return undefined;
  }
}

/** The program of npm that belongs to this Node.js, or the one on the path; undefined without one. */
export async function findNpm(): Promise<string | undefined> {
  const node = dirname(process.execPath);
  const cli = join('node_modules', 'npm', 'bin', 'npm-cli.js');
  const places = [join(node, cli), join(node, '..', 'lib', cli)];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) places.push(join(folder, 'npm'));
  for (const place of places) {
    const file = await realpath(place).catch(() => undefined);
    if (file !== undefined && basename(file) === 'npm-cli.js' && (await isReadable(file))) return file;
  }
  return undefined;
}

function isReadable(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
