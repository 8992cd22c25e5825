import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { PluginSignature } from '@terrace/client';
import type { Issue, LocalizedText } from '@terrace/model';
import type { LoadedPlugin, Sample } from '@terrace/plugin-sdk';
import { basename } from 'node:path';
import { CONFIG, type Config } from '../config/config.js';
import { judgePlugins, type Candidate, type Trust } from './judge-plugins.js';
import { isInUse, type PluginEntry } from './plugin-entry.js';
import { arePassing, wordsOf } from './plugin-fault.js';
import { PluginLoader, type Loaded } from './plugin-loader.service.js';
import { PluginRepository } from './plugin.repository.js';
import type { PluginEntity, PluginOrigin } from './plugin.entity.js';
import { SigningKeyRepository } from './signing/signing-key.repository.js';

/** How often a change made by another process is looked for, in milliseconds. */
const WATCH_INTERVAL_MS = 1000;
/** How often plugins with passing faults are tried again, in milliseconds. */
const RETRY_INTERVAL_MS = 10_000;

type Listener = (entries: readonly PluginEntry[]) => void;

/** Tries again to store what a plugin brings. @returns what stands against it now */
export type StoreAgain = (entry: PluginEntry) => Promise<readonly Issue[]>;

interface Read {
  readonly revision: string;
  readonly loaded: Loaded;
}

/**
 * The plugins in use in this process. What it gives is a snapshot that never changes: whoever took it works on with it, while a
 * change, made here or by another process, puts a new one in its place.
 */
@Injectable()
export class PluginRegistry implements OnApplicationShutdown {
  readonly #logger = new Logger(PluginRegistry.name);
  readonly #listeners = new Set<Listener>();
  readonly #reads = new Map<string, Read>();
  readonly #startFaults = new Map<string, readonly Issue[]>();
  #strays: readonly PluginEntry[] = [];
  #installed: readonly PluginEntry[] = [];
  #keyNames: ReadonlyMap<string, string> = new Map();
  #revision: string | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #watch: NodeJS.Timeout | undefined;
  #retryAt = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PluginRepository,
    private readonly keys: SigningKeyRepository,
    private readonly loader: PluginLoader,
  ) {}

  onApplicationShutdown(): void {
    clearInterval(this.#watch);
  }

  /** Every plugin: those that were installed, in that order, then folders that could not become one. */
  get entries(): readonly PluginEntry[] {
    return [...this.#installed, ...this.#strays];
  }

  /** The plugins whose declarations are in use. */
  get enabled(): readonly LoadedPlugin[] {
    return this.#installed.flatMap((entry) =>
      isInUse(entry) && entry.plugin !== undefined ? [entry.plugin] : [],
    );
  }

  /** What decides whether signatures suffice. */
  get trust(): Trust {
    return {
      allowsUnsigned: this.config.allowsUnsignedPlugins,
      keys: new Set(this.#keyNames.keys()),
    };
  }

  /** What is to be said of a plugin from there with a signature by this key, or none. */
  signatureOf(source: PluginOrigin, fingerprint: string | null): PluginSignature {
    if (source === 'bundled') return { state: 'bundled', signer: null, fingerprint: null };
    if (fingerprint === null) return { state: 'unsigned', signer: null, fingerprint };
    const signer = this.#keyNames.get(fingerprint) ?? null;
    return { state: signer === null ? 'untrusted' : 'trusted', signer, fingerprint };
  }

  find(id: string): PluginEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** The sample `plugin.sample`, if a plugin in use brings it. */
  sample(id: string): { readonly plugin: LoadedPlugin; readonly sample: Sample } | undefined {
    for (const plugin of this.enabled) {
      const sample = plugin.manifest.contributes.samples.find(
        (candidate) => `${plugin.manifest.id}.${candidate.id}` === id,
      );
      if (sample !== undefined) return { plugin, sample };
    }
    return undefined;
  }

  /** Has `listener` told of every new snapshot. @returns what ends that */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Puts the code of a plugin out of use in every process; its declarations and data stay in use. An administrator takes it out of
   * quarantine by enabling it.
   * @param revision - of the plugin whose code failed; one that was changed since has not failed
   * @param reason - in plain words, for its page
   * @returns false when the plugin was changed since, and is in use
   */
  async quarantine(id: string, revision: string, reason: Required<LocalizedText>): Promise<boolean> {
    const outcome = await this.repository.change(async (manager) => {
      const row = await this.repository.find(id, manager);
      if (row?.state !== 'enabled') return 'out of use';
      if (row.revision !== revision) return 'changed';
      await this.repository.setState(manager, id, 'quarantined', reason);
      return 'new';
    });
    if (outcome === 'new') this.#logger.warn(`Plugin "${id}" is quarantined: ${reason.en}`);
    await this.refresh();
    return outcome !== 'changed';
  }

  /** Looks at the installed plugins again. @param read - files that were read just now, by plugin id */
  refresh(read: ReadonlyMap<string, Loaded> = new Map()): Promise<void> {
    const done = this.#queue.then(() => this.#load(read));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Looks again where another process changed something since. */
  async sync(): Promise<void> {
    if ((await this.repository.revision()) !== this.#revision) await this.refresh();
  }

  /**
   * Takes over what was found at the start, and watches for changes from then on.
   * @param strays - folders that could not become plugins
   * @param faults - found when record types were to be stored, by plugin id; they hold until the plugin changes
   * @param read - files that were read just now, by plugin id
   * @param storeAgain - called now and then for plugins whose faults may pass
   */
  async start(
    strays: readonly PluginEntry[],
    faults: ReadonlyMap<string, readonly Issue[]>,
    read: ReadonlyMap<string, Loaded>,
    storeAgain: StoreAgain,
  ): Promise<void> {
    const rows = await this.repository.list();
    this.#strays = withOwnIds(strays, new Set(rows.map(({ id }) => id)));
    for (const [id, issues] of faults) this.#startFaults.set(id, issues);
    await this.refresh(read);
    for (const { id, problem } of this.entries)
      if (problem !== null) this.#logger.warn(`Plugin "${id}" is not in use: ${problem.en ?? ''}`);
    this.#retryAt = Date.now() + RETRY_INTERVAL_MS;
    this.#watch = setInterval(() => void this.#look(storeAgain), WATCH_INTERVAL_MS);
    this.#watch.unref();
  }

  async #look(storeAgain: StoreAgain): Promise<void> {
    try {
      await this.sync();
      if (Date.now() < this.#retryAt) return;
      // Not before this try has ended, however long it takes.
      this.#retryAt = Number.POSITIVE_INFINITY;
      await this.#retry(storeAgain).finally(() => (this.#retryAt = Date.now() + RETRY_INTERVAL_MS));
    } catch (error) {
      // The database does not answer; the next look may find it again.
      this.#logger.debug(error);
    }
  }

  /** Tries plugins again that were kept out by what may have passed. */
  async #retry(storeAgain: StoreAgain): Promise<void> {
    const passing = this.entries.filter(({ state, faults }) => state === 'faulty' && arePassing(faults));
    for (const entry of passing) {
      const issues = await storeAgain(entry);
      if (entry.row !== undefined && issues.length === 0) this.#startFaults.delete(entry.id);
      else if (entry.row !== undefined) this.#startFaults.set(entry.id, issues);
      else
        this.#strays = this.#strays.map((stray) =>
          stray === entry ? { ...entry, faults: issues, problem: wordsOf(issues) } : stray,
        );
    }
    // What could not be read is read again by it.
    if (passing.length > 0) await this.refresh();
  }

  async #load(read: ReadonlyMap<string, Loaded>): Promise<void> {
    // In this order: what changes in between is seen at the next look.
    const revision = await this.repository.revision();
    const [rows, fingerprints, keys] = await Promise.all([
      this.repository.list(),
      this.repository.fingerprints(),
      this.keys.list(),
    ]);
    const candidates: Candidate[] = [];
    for (const row of rows) {
      const known = this.#reads.get(row.id);
      const isSame = known?.revision === row.revision;
      const isFresh = isSame && (known.loaded.read.ok || !arePassing(known.loaded.read.issues));
      if (known !== undefined && !isSame) this.#startFaults.delete(row.id);
      const given = givenFor(row, read);
      const loaded = given ?? (isFresh ? known.loaded : await this.loader.load(row));
      this.#reads.set(row.id, { revision: row.revision, loaded });
      candidates.push({
        row,
        loaded,
        fingerprint: fingerprints.get(row.id) ?? null,
        startFaults: this.#startFaults.get(row.id) ?? [],
      });
    }
    // A folder that became a plugin after all, here or in another process.
    this.#strays = this.#strays.filter(
      ({ id, folder }) => !rows.some((row) => row.id === id || row.bundledFolder === basename(folder ?? id)),
    );
    for (const id of this.#reads.keys()) if (!rows.some((row) => row.id === id)) this.#reads.delete(id);
    this.#keyNames = new Map(keys.map(({ fingerprint, name }) => [fingerprint, name]));
    this.#installed = judgePlugins(candidates, this.trust);
    this.#revision = revision;
    for (const listener of this.#listeners) listener(this.entries);
  }
}

/** Files that were read just now, unless another process has changed the plugin since. */
function givenFor(row: PluginEntity, read: ReadonlyMap<string, Loaded>): Loaded | undefined {
  const given = read.get(row.id);
  return given?.read.ok === true && given.read.plugin.manifest.version === row.version ? given : undefined;
}

/** Gives folders whose id another plugin has the name of the folder instead. */
function withOwnIds(strays: readonly PluginEntry[], taken: Set<string>): PluginEntry[] {
  return strays.map((stray) => {
    const name = basename(stray.folder ?? stray.id);
    let id = taken.has(stray.id) ? name : stray.id;
    for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
    taken.add(id);
    return { ...stray, id };
  });
}
