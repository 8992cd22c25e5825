import type { Issue } from '@terrace/model';
import { z } from 'zod';
import type { Manifest } from '../manifest.js';
import { readJson } from '../reader/read-json.js';
import { packageIssues } from './package-issue.js';

/** What is taken over of a package.json; scripts and dependencies are not, since nothing of a plugin is built or installed where it is used. */
const keptSchema = z.object({
  name: z
    .string()
    .regex(/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/)
    .max(214),
  version: z.string().optional(),
  description: z.string().optional(),
  license: z.string().optional(),
  author: z.unknown().optional(),
  homepage: z.string().optional(),
  repository: z.unknown().optional(),
  bugs: z.unknown().optional(),
  keywords: z.array(z.string()).optional(),
  publishConfig: z.unknown().optional(),
});

/** The `package.json` of a packed plugin, as text: that of `folder` without what is for its authors, or one made from the manifest. */
export async function npmManifest(
  folder: string,
  manifest: Manifest,
): Promise<{ readonly text: string; readonly issues: Issue[] }> {
  const { id, version, description, license, homepage, author } = manifest;
  const file = await readJson(`${folder}/package.json`, 'package.json', []);
  const own = file.ok ? keptSchema.safeParse(file.json) : undefined;
  const kept = own?.success === true ? own.data : { name: `terrace-plugin-${id.replaceAll('_', '-')}` };
  const differs = 'version' in kept && kept.version !== undefined && kept.version !== version;
  const json = {
    description: description?.en ?? description?.['zh-CN'],
    license,
    homepage,
    author: author === undefined ? undefined : { name: author.name, url: author.url },
    ...kept,
    name: kept.name,
    version,
    keywords: [...new Set([...('keywords' in kept ? (kept.keywords ?? []) : []), 'terrace-plugin'])],
  };
  return {
    text: `${JSON.stringify(json, null, 2)}\n`,
    issues: differs ? [packageIssues.wrongVersion(String(kept.version), version)] : [],
  };
}
