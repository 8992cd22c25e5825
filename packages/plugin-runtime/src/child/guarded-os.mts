import { refused } from './attempt.mjs';

/** What code may know of the machine; it stands in the place of what would tell whose machine it is. */
const standIns: Readonly<Record<string, unknown>> = {
  hostname: () => 'plugin',
  homedir: () => '/',
  tmpdir: () => '/',
  networkInterfaces: () => ({}),
  loadavg: () => [0, 0, 0],
  uptime: () => 0,
};
const shown = [
  'EOL',
  'arch',
  'availableParallelism',
  'constants',
  'cpus',
  'devNull',
  'endianness',
  'freemem',
  'machine',
  'platform',
  'release',
  'totalmem',
  'type',
  'version',
];

/** Exports of `node:os`, as code gets them. */
export function guardedOs(real: object): Record<string, unknown> {
  const exports: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(real)) {
    if (name === 'default') continue;
    if (Object.hasOwn(standIns, name)) exports[name] = standIns[name];
    else exports[name] = shown.includes(name) ? value : refused('host', `os.${name}`);
  }
  return exports;
}
