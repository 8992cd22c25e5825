import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './process.mjs';
import { Failure, say } from './report.mjs';
import { inRoot } from './repository.mjs';

/** The version that package.json pins. */
export function pnpmVersion() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devEngines.packageManager.version;
}

/** Puts the pinned pnpm under `.terrace/tools`, unless it is there. */
export async function bringPnpm() {
  const version = pnpmVersion();
  const manifest = inRoot('.terrace/tools/node_modules/pnpm/package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return;
  say(`Fetching pnpm ${version}`);
  const [npm, ...first] = npmCommand();
  const args = ['install', '--prefix', inRoot('.terrace/tools'), `pnpm@${version}`];
  // pnpm's own install script picks the program for this platform.
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts=false',
    '--loglevel=error',
  ];
  const { code, output } = await run(npm, [...first, ...args, ...quiet]);
  if (code !== 0)
    throw new Failure(
      `npm could not fetch pnpm ${version}; check the network and the npm registry settings.`,
      output,
    );
}

/** npm as it runs this script, else the one beside Node.js, else the one on the path. */
function npmCommand() {
  const home = dirname(process.execPath);
  const given = process.env.npm_execpath ?? '';
  const beside = ['node_modules', '../lib/node_modules'].map((folder) =>
    join(home, folder, 'npm/bin/npm-cli.js'),
  );
  const script = [basename(given) === 'npm-cli.js' ? given : '', ...beside].find(
    (file) => file !== '' && existsSync(file),
  );
  return script === undefined ? ['npm'] : [process.execPath, script];
}

/** Installs exactly what the lockfile says. */
export async function install() {
  say('Installing packages');
  const { code, output } = await run('pnpm', [
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    // Without a terminal it could not ask before replacing packages that another version installed.
    '--config.confirmModulesPurge=false',
  ]);
  if (code !== 0)
    throw new Failure(
      'The packages could not be installed; check the network and the npm registry settings.',
      output,
    );
}
