import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { CodeDeclarations } from '@terrace/plugin-sdk';
import { PluginCodeFault, startPluginProcess, type PluginProcess } from '@terrace/plugin-runtime';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
}

interface Running extends UsableCode {
  /** What it was started for; another version, or a change of the plugin, is another one. */
  readonly key: string;
}

/**
 * The code of plugins in this process: each in a process of its own, started when it is needed and ended when its plugin changes.
 * Code that breaks a limit puts its plugin into quarantine, in every server process.
 */
@Injectable()
export class CodePlugins implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CodePlugins.name);
  readonly #running = new Map<string, Promise<Running>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: PluginRegistry,
    private readonly purges: PluginPurge,
  ) {}

  onModuleInit(): void {
    this.registry.onChange(() => this.#endOutdated());
    this.purges.onPurge({ afterwards: ({ id }) => this.#forget(id) });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)));
  }

  /** The code of a plugin. @throws Fault with the reason when it cannot be used */
  async use(pluginId: string): Promise<UsableCode> {
    const entry = this.registry.find(pluginId);
    if (entry === undefined || entry.state === 'available') throw codeUnusable(pluginId, 'missing', null);
    if (entry.state !== 'enabled') throw codeUnusable(pluginId, entry.state, entry.problem);
    const key = keyOf(entry);
    const running = this.#running.get(pluginId);
    if (running !== undefined && (await running).key === key) return running;
    await this.#end(pluginId);
    const started = this.#start(entry, key);
    this.#running.set(pluginId, started);
    started.catch(() => this.#running.delete(pluginId));
    return started;
  }

  /**
   * Says what is to be thrown when a call of code failed, and puts the plugin into quarantine where that is due: at once for a broken
   * limit, after the last try for code that throws.
   */
  async failure(error: unknown, isLastTry: boolean): Promise<unknown> {
    if (!(error instanceof PluginCodeFault)) return error;
    if (!error.isOfPlugin) return new CodeInterrupted(error.message);
    this.#logger.warn(error.message);
    if (error.isViolation || isLastTry) await this.registry.quarantine(error.pluginId, error.sentence);
    return codeFailed(error);
  }

  async #start(entry: PluginEntry, key: string): Promise<Running> {
    const { plugin } = entry;
    const code = plugin?.manifest.code;
    if (plugin === undefined || plugin.code === null || code === undefined)
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
    return { key, process, declarations: plugin.code, build, timeoutMs };
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
    for (const [id, running] of this.#running) {
      const entry = this.registry.find(id);
      void running.then(
        ({ key }) => {
          if (entry === undefined || entry.state !== 'enabled' || keyOf(entry) !== key) void this.#end(id);
        },
        () => undefined,
      );
    }
  }

  async #end(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    await running?.then(
      ({ process }) => process.stop(),
      () => undefined,
    );
  }
}

function keyOf({ version, folder, row }: PluginEntry): string {
  return JSON.stringify([version, folder, row?.revision]);
}
