import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { CodeDeclarations } from '@terrace/plugin-sdk';
import { PluginCodeFault, startPluginProcess, type PluginProcess } from '@terrace/plugin-runtime';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../common/fault.js';
import { CONFIG, type Config } from '../config/config.js';
import type { PluginEntry } from '../plugin/plugin-entry.js';
import { PluginPurge } from '../plugin/plugin-purge.service.js';
import { PluginRegistry } from '../plugin/plugin-registry.service.js';
import { codeFailed, CodeInterrupted, codeUnusable } from './code-fault.js';

/** Code that can be called. */
export interface UsableCode {
  readonly process: PluginProcess;
  readonly declarations: CodeDeclarations;
  /** SHA-256 of the built module, in hexadecimal. */
  readonly build: string;
  /** The time that it has for one call, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the plugin when the code was started. */
  readonly revision: string;
}

interface Started {
  /** What it was started for; another version, or a change of the plugin, is another one. */
  readonly key: string;
  readonly code: Promise<UsableCode>;
}

/**
 * The code of plugins in this process: each in a process of its own, started when it is needed and ended when its plugin changes.
 * Code that breaks a limit puts its plugin into quarantine, in every server process.
 */
@Injectable()
export class CodePlugins implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(CodePlugins.name);
  readonly #started = new Map<string, Started>();
  /** What was loaded once, by plugin id. */
  readonly #probed = new Map<string, string>();
  #isStopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: PluginRegistry,
    private readonly purges: PluginPurge,
  ) {}

  onModuleInit(): void {
    this.registry.onChange((entries) => {
      this.#endOutdated();
      for (const entry of entries) void this.#probe(entry);
    });
    this.purges.onPurge({ afterwards: ({ id }) => this.#forget(id) });
  }

  onApplicationBootstrap(): void {
    for (const entry of this.registry.entries) void this.#probe(entry);
  }

  /** Before the jobs are waited for: a call may go on for a minute. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#started.keys()].map((id) => this.#end(id)));
  }

  /** The code of a plugin. @throws Fault with the reason when it cannot be used; CodeInterrupted while the server stops */
  async use(pluginId: string): Promise<UsableCode> {
    if (this.#isStopping) throw new CodeInterrupted('The server is stopping.');
    const entry = this.registry.find(pluginId);
    if (entry === undefined || entry.state === 'available') throw codeUnusable(pluginId, 'missing', null);
    if (entry.state !== 'enabled') throw codeUnusable(pluginId, entry.state, entry.problem);
    const key = keyOf(entry);
    const present = this.#started.get(pluginId);
    if (present?.key === key) return present.code;
    // Noted before anything is waited for, so that two callers at once get the same process.
    const ended = this.#end(pluginId);
    const started = { key, code: ended.then(() => this.#start(entry)) };
    this.#started.set(pluginId, started);
    started.code.catch(() => {
      if (this.#started.get(pluginId) === started) this.#started.delete(pluginId);
    });
    return started.code;
  }

  /**
   * Says what is to be thrown when a call of code failed, and puts the plugin into quarantine where that is due: at once for a broken
   * limit, after the last try for code that throws. A plugin that was changed meanwhile is another one, which did not fail.
   */
  async failure(error: unknown, { revision }: UsableCode, isLastTry: boolean): Promise<unknown> {
    if (!(error instanceof PluginCodeFault)) return error;
    if (!error.isOfPlugin) return new CodeInterrupted(error.message);
    this.#logger.warn(error.message);
    if (!error.isViolation && !isLastTry) return codeFailed(error);
    return (await this.registry.quarantine(error.pluginId, revision, error.sentence))
      ? codeFailed(error)
      : new CodeInterrupted(`The plugin ${error.pluginId} changed meanwhile.`);
  }

  /** Loads code as soon as its plugin is enabled, so that what cannot be loaded is known before it is needed. */
  async #probe(entry: PluginEntry): Promise<void> {
    const key = keyOf(entry);
    if (entry.state !== 'enabled' || entry.plugin?.code == null || this.#probed.get(entry.id) === key) return;
    this.#probed.set(entry.id, key);
    const failure = await this.#load(entry.id).catch((error: unknown) => error);
    if (failure === undefined) return;
    // What is not the plugin's doing is no answer: it is loaded again when something changes, at the latest when it is needed.
    if (!(failure instanceof Fault)) this.#probed.delete(entry.id);
    this.#logger.debug(failure);
  }

  /** @returns why it cannot be loaded; undefined when it can */
  async #load(id: string): Promise<unknown> {
    const code = await this.use(id);
    try {
      await code.process.describe();
      return undefined;
    } catch (error) {
      return this.failure(error, code, true);
    }
  }

  async #start(entry: PluginEntry): Promise<UsableCode> {
    const { plugin, row } = entry;
    const code = plugin?.manifest.code;
    if (plugin === undefined || plugin.code === null || code === undefined || row === undefined)
      throw codeUnusable(entry.id, 'faulty', { en: 'It has no code.', 'zh-CN': '该插件没有代码。' });
    const { entry: file, memoryMb, timeoutMs } = code;
    const build = createHash('sha256')
      .update(await readFile(join(plugin.folder, file)))
      .digest('hex');
    const process = startPluginProcess({
      pluginId: entry.id,
      folder: plugin.folder,
      entry: file,
      declarations: plugin.code,
      permissions: plugin.manifest.permissions,
      memoryMb,
      timeoutMs,
      storageFolder: this.#storageOf(entry.id),
      allowPrivateAddresses: this.config.allowsPrivateWebhooks,
    });
    return { process, declarations: plugin.code, build, timeoutMs, revision: row.revision };
  }

  #storageOf(id: string): string {
    return join(this.config.home, 'plugin-storage', id);
  }

  /** Deletes the files that a plugin kept. */
  async #forget(id: string): Promise<void> {
    await this.#end(id);
    await rm(this.#storageOf(id), { recursive: true, force: true });
  }

  #endOutdated(): void {
    for (const [id, { key }] of this.#started) {
      const entry = this.registry.find(id);
      if (entry?.state !== 'enabled' || keyOf(entry) !== key) void this.#end(id);
    }
  }

  async #end(id: string): Promise<void> {
    const started = this.#started.get(id);
    this.#started.delete(id);
    await started?.code.then(
      ({ process }) => process.stop(),
      () => undefined,
    );
  }
}

function keyOf({ version, folder, row }: PluginEntry): string {
  return JSON.stringify([version, folder, row?.revision]);
}
