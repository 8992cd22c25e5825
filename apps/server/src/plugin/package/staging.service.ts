import { Injectable } from '@nestjs/common';
import { verifyFolder, type LoadedPlugin } from '@terrace/plugin-sdk';
import { Fault } from '../../common/fault.js';
import { PluginLoader } from '../plugin-loader.service.js';
import type { TemplateFacts } from '../read/read-folder.js';
import { PackageRepository } from './package.repository.js';
import { PackageStore } from './package-store.service.js';

/** A package that was received, looked into and stored. */
export interface StagedFile {
  readonly sha256: string;
  readonly folder: string;
  readonly plugin: LoadedPlugin;
  readonly templates: Readonly<Record<string, TemplateFacts>>;
  readonly fingerprint: string | null;
  readonly expiresAt: Date;
}

/** Takes packed plugins in. */
@Injectable()
export class Staging {
  constructor(
    private readonly store: PackageStore,
    private readonly repository: PackageRepository,
    private readonly loader: PluginLoader,
  ) {}

  /**
   * Unpacks a packed plugin, reads it and stores it for an hour; installs nothing.
   * @throws Fault `INVALID_REQUEST` when it is no sound package of a sound plugin; then nothing is kept
   */
  async receive(bytes: AsyncIterable<Uint8Array>): Promise<StagedFile> {
    const pieces: Uint8Array[] = [];
    const { result, folder } = await this.store.receive(noting(bytes, pieces));
    if (!result.ok) throw new Fault('INVALID_REQUEST', result.issues);
    try {
      const read = await this.loader.read(folder);
      if (!read.ok) throw new Fault('INVALID_REQUEST', read.issues);
      const verification = await verifyFolder(folder);
      if (verification.state === 'broken') throw new Fault('INVALID_REQUEST', [verification.issue]);
      const fingerprint = 'fingerprint' in verification ? verification.fingerprint : null;
      const { id, version } = read.plugin.manifest;
      const { sha256 } = result;
      const expiresAt = await this.repository.stage({
        sha256,
        pluginId: id,
        version,
        fingerprint,
        bytes: Buffer.concat(pieces),
      });
      const adopted = await this.store.adopt(folder, sha256);
      return {
        sha256,
        folder: adopted,
        plugin: { ...read.plugin, folder: adopted },
        templates: read.templates,
        fingerprint,
        expiresAt,
      };
    } catch (error) {
      await this.store.discard(folder);
      throw error;
    }
  }
}

/** Passes bytes on and keeps them; what reads them stops at the limit of packages. */
async function* noting(bytes: AsyncIterable<Uint8Array>, pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    pieces.push(piece);
    yield piece;
  }
}
