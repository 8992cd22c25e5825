import type { Issue } from '@terrace/model';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from '../manifest.js';
import { readPlugin, type ReadPluginOptions } from '../reader/read-plugin.js';
import { npmManifest } from './npm-manifest.js';
import { byCodeUnits, packedFiles } from './package-files.js';
import { packageIssues } from './package-issue.js';
import { packageLimits } from './package-limits.js';
import { writeArchive } from './write-archive.js';

/** A packed plugin, or why it cannot be packed. @since 0.1.0 */
export type PackResult =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      /** The packed file; the same files give the same bytes. */
      readonly bytes: Buffer;
      /** As npm names it: `terrace-plugin-hotel-1.0.0.tgz`. */
      readonly fileName: string;
      /** What is in it, sorted. */
      readonly files: readonly string[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Packs the plugin in `folder` as npm packs a package, with what it needs where it is used: the manifest, the files that it
 * names, what was built, and documents for people. A plugin with code has to be built before.
 * @returns the packed file, or the plugin's faults; besides those of `readPlugin`: `PACKAGE_LINK`,
 * `PACKAGE_VERSION_DIFFERS`, `PACKAGE_TOO_LARGE`
 * @since 0.1.0
 */
export async function packPlugin(folder: string, options: ReadPluginOptions = {}): Promise<PackResult> {
  const read = await readPlugin(folder, options);
  if (!read.ok) return read;
  const { manifest } = read.plugin;
  const { files, issues } = await packedFiles(folder, manifest);
  const npm = await npmManifest(folder, manifest);
  if (issues.length + npm.issues.length > 0) return { ok: false, issues: [...issues, ...npm.issues] };
  const packed = [...new Set([...files, 'package.json'])].sort(byCodeUnits);
  const copy = await mkdtemp(join(tmpdir(), 'terrace-pack-'));
  try {
    for (const file of files) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await copyFile(join(folder, file), join(copy, file));
    }
    await writeFile(join(copy, 'package.json'), npm.text);
    const bytes = await writeArchive(copy, packed);
    if (bytes.length > packageLimits.packedBytes)
      return { ok: false, issues: [packageIssues.tooLarge(packageLimits.packedBytes)] };
    return { ok: true, manifest, bytes, fileName: fileNameOf(npm.text), files: packed };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function fileNameOf(npmText: string): string {
  const { name, version } = JSON.parse(npmText) as { readonly name: string; readonly version: string };
  return `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`;
}
