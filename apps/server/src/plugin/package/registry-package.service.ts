import { Injectable } from '@nestjs/common';
import npa from 'npm-package-arg';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFaults } from './package-fault.js';
import { findNpm, npmPack } from './npm-command.js';

/** What npm calls a package or version that is not there. */
const absent = ['E404', 'ETARGET', 'ENOVERSIONS', 'E403'];

/** Packages of the npm registry that this machine is set up for. */
@Injectable()
export class RegistryPackages {
  /**
   * Fetches a package and gives its packed file to `read`.
   * @param version - a version, range or tag; the newest unless given
   * @throws Fault when it is no package of a registry, or not to be had
   */
  async fetch<T>(
    name: string,
    version: string | undefined,
    read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    const spec = specOf(name, version);
    const npm = await findNpm();
    if (npm === undefined) throw sourceFaults.noNpm();
    const folder = await mkdtemp(join(tmpdir(), 'terrace-npm-'));
    try {
      const failure = await npmPack(npm, spec, folder);
      if (failure !== undefined)
        throw absent.includes(failure)
          ? sourceFaults.notInRegistry(spec)
          : sourceFaults.registryFailed(spec, failure);
      const file = (await readdir(folder)).find((each) => each.endsWith('.tgz'));
      if (file === undefined) throw sourceFaults.registryFailed(spec, 'NO_FILE');
      return await read(createReadStream(join(folder, file)) as AsyncIterable<Uint8Array>);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

/** npm takes folders, files, Git and any address as well; only names of a registry are let through. */
function specOf(name: string, version: string | undefined): string {
  try {
    const { type, registry, raw } = npa.resolve(name, version ?? 'latest');
    if (registry === true && ['version', 'range', 'tag'].includes(type) && !raw.startsWith('-')) return raw;
  } catch {
    // It has no such form at all.
  }
  throw sourceFaults.notFromRegistry(version === undefined ? name : `${name}@${version}`);
}
