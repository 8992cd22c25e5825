import type { Issue } from '@terrace/model';
import semver from 'semver';
import { version as hostVersion } from '../system/version.js';
import { isInUse, type PluginEntry } from './plugin-entry.js';
import type { PluginEntity } from './plugin.entity.js';
import {
  idChanged,
  notSigned,
  requirementMissing,
  signerNotTrusted,
  wordsOf,
  wrongHost,
} from './plugin-fault.js';
import type { Loaded } from './plugin-loader.service.js';

/** What decides whether signatures suffice. */
export interface Trust {
  readonly allowsUnsigned: boolean;
  /** Fingerprints of the keys that are trusted. */
  readonly keys: ReadonlySet<string>;
}

/** An installed plugin with what is known of its files. */
export interface Candidate {
  readonly row: PluginEntity;
  readonly loaded: Loaded;
  /** Of the key it is signed by. */
  readonly fingerprint: string | null;
  /** Found when its record types were to be stored. */
  readonly startFaults: readonly Issue[];
}

/** Why the version range of a manifest keeps it out of this program. */
export function hostIssues(range: string): Issue[] {
  return semver.satisfies(hostVersion, range, { includePrerelease: true }) ? [] : [wrongHost(range)];
}

/** Why a plugin with this signature, or none, is not to be used. */
export function trustIssues(
  source: PluginEntity['source'],
  fingerprint: string | null,
  { allowsUnsigned, keys }: Trust,
): Issue[] {
  if (source === 'bundled' || allowsUnsigned) return [];
  if (fingerprint === null) return [notSigned];
  return keys.has(fingerprint) ? [] : [signerNotTrusted(fingerprint)];
}

/** What the plugins in `versions` (by id) leave unfulfilled of `requires`. */
export function requirementIssues(
  requires: Readonly<Record<string, string>>,
  versions: ReadonlyMap<string, string>,
): Issue[] {
  return Object.entries(requires).flatMap(([id, range]) => {
    const found = versions.get(id);
    return found !== undefined && semver.satisfies(found, range, { includePrerelease: true })
      ? []
      : [requirementMissing(id, range, found)];
  });
}

/** Decides which of the installed plugins can be used. */
export function judgePlugins(candidates: readonly Candidate[], trust: Trust): PluginEntry[] {
  let entries = candidates.map((candidate) => entryOf(candidate, trust));
  // One that falls out may be needed by others, so until nothing changes.
  for (;;) {
    const versions = new Map(entries.filter(isInUse).map(({ id, version }) => [id, version]));
    const next = entries.map((entry) => withRequirements(entry, versions));
    if (next.every((entry, index) => entry === entries[index])) return entries;
    entries = next;
  }
}

function entryOf({ row, loaded, fingerprint, startFaults }: Candidate, trust: Trust): PluginEntry {
  const { read, folder } = loaded;
  const faults = [
    ...(read.ok
      ? [
          ...(read.plugin.manifest.id === row.id ? [] : [idChanged(row.id, read.plugin.manifest.id)]),
          ...hostIssues(read.plugin.manifest.host),
        ]
      : read.issues),
    ...trustIssues(row.source, fingerprint, trust),
    ...startFaults,
  ];
  const base = {
    id: row.id,
    version: read.ok ? read.plugin.manifest.version : row.version,
    source: row.source,
    state: row.state,
    plugin: read.ok ? read.plugin : undefined,
    templates: read.ok ? read.templates : {},
    faults: [],
    problem: row.state === 'quarantined' ? row.reason : null,
    fingerprint,
    row,
    folder,
  };
  return faults.length === 0 || !isInUse(base) ? base : faulty(base, faults);
}

function withRequirements(entry: PluginEntry, versions: ReadonlyMap<string, string>): PluginEntry {
  if (!isInUse(entry) || entry.plugin === undefined) return entry;
  const issues = requirementIssues(entry.plugin.manifest.requires, versions);
  return issues.length === 0 ? entry : faulty(entry, issues);
}

function faulty(entry: PluginEntry, faults: readonly Issue[]): PluginEntry {
  return { ...entry, state: 'faulty', faults, problem: wordsOf(faults) };
}
