import { ApiError, type Client } from '@terrace/client';
import type { Issue } from '@terrace/model';
import { codeSettingsSchema, readPlugin } from '@terrace/plugin-sdk';
import type { CheckResult, Conformance } from '@terrace/plugin-sdk/conformance';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { otherTypes } from '../other-plugins.js';
import type { DevReporter } from './dev-reporter.js';
import type { FolderChange } from './folder-watcher.js';

/** Where the source of a plugin's code lies, and where it is built to; null without code. */
async function codeFolders(folder: string): Promise<{ source: string; built: string } | null> {
  try {
    const { code } = JSON.parse(await readFile(join(folder, 'plugin.json'), 'utf8')) as { code?: unknown };
    const settings = codeSettingsSchema.parse(code);
    return { source: `${posix.dirname(settings.source)}/`, built: `${posix.dirname(settings.entry)}/` };
  } catch {
    // Without code, or with a manifest that the reader has something to say about.
    return null;
  }
}

function isBad({ state }: CheckResult): boolean {
  return state === 'failed' || state === 'warned';
}

/** Brings a plugin into a server again and again, as its folder changes. One time after the other; changes meanwhile wait together. */
export class PluginLoop {
  readonly #client: Client;
  readonly #folder: string;
  readonly #reporter: DevReporter;
  readonly #onFault: (error: unknown) => void;
  #pending: FolderChange | null = null;
  #running: Promise<void> | null = null;
  /** The plugin as the server knows it; null before it was sound for the first time. */
  #installed: string | null = null;
  /** What the checks said last, so that they say each thing once. */
  #said = '';

  /** @param onFault - is told what nobody expected, after which nothing more is done */
  constructor(client: Client, folder: string, reporter: DevReporter, onFault: (error: unknown) => void) {
    this.#client = client;
    this.#folder = folder;
    this.#reporter = reporter;
    this.#onFault = onFault;
  }

  /** Takes a change in. */
  changed(change: FolderChange): void {
    const earlier = this.#pending?.names ?? [];
    this.#pending = { names: new Set([...earlier, ...change.names]), at: change.at };
    this.#running ??= this.#work().catch(this.#onFault);
  }

  /** Loads the plugin for the first time. */
  async start(): Promise<void> {
    const code = await codeFolders(this.#folder);
    if (code !== null && !(await this.#build())) return;
    await this.#load(null);
    await this.#check();
  }

  /** Resolves when nothing is done any more. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #work(): Promise<void> {
    try {
      for (let change = this.#take(); change !== null; change = this.#take()) {
        if (!(await this.#react(change)) || this.#pending !== null) continue;
        await this.#check();
      }
    } finally {
      this.#running = null;
    }
  }

  #take(): FolderChange | null {
    const change = this.#pending;
    this.#pending = null;
    return change;
  }

  /** @returns whether the plugin is in use as it is now */
  async #react({ names, at }: FolderChange): Promise<boolean> {
    const code = await codeFolders(this.#folder);
    const all = [...names];
    if (code !== null) {
      const isSource = all.some((name) => name.startsWith(code.source) || name === 'plugin.json');
      // What was just built is no change of its own.
      if (!isSource && all.every((name) => name.startsWith(code.built))) return false;
      if (isSource && !(await this.#build())) return false;
    }
    return this.#load(at);
  }

  async #build(): Promise<boolean> {
    const { buildPluginCode } = await import('@terrace/plugin-runtime');
    const result = await buildPluginCode(this.#folder);
    if (result.ok) return true;
    const issues = result.faults.map(({ code, message }): Issue => ({
      code,
      severity: 'error',
      path: [],
      message,
    }));
    this.#reporter.tell({ type: 'refused', results: [], issues });
    return false;
  }

  async #load(since: number | null): Promise<boolean> {
    const others = await otherTypes(this.#folder);
    const read = await readPlugin(this.#folder, { others });
    if (!read.ok) {
      const { checks } = await this.#conformance();
      const results = checks.filter(({ state }) => state === 'failed');
      this.#reporter.tell({ type: 'refused', results, issues: results.length === 0 ? read.issues : [] });
      return false;
    }
    const { id } = read.plugin.manifest;
    try {
      const { version } = this.#installed === id ? await this.#reload(id) : await this.#install(id);
      this.#installed = id;
      const ms = since === null ? null : Date.now() - since;
      this.#reporter.tell({ type: 'loaded', id, version, ms });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#reporter.tell({ type: 'refused', results: [], issues: issuesOf(error) });
      return false;
    }
  }

  #reload(id: string): Promise<{ readonly version: string }> {
    return this.#client.call('reloadPlugin', { params: { id } });
  }

  /** Installs the plugin from its folder, in the place of one that was installed from elsewhere; its records stay. */
  async #install(id: string): Promise<{ readonly version: string }> {
    const { items } = await this.#client.call('listPlugins');
    const present = items.find((each) => each.id === id && each.state !== 'available');
    if (present !== undefined) {
      const { folder } = await this.#client.call('getPlugin', { params: { id } });
      if (folder === this.#folder) {
        if (present.state === 'disabled') await this.#client.call('enablePlugin', { params: { id } });
        return this.#reload(id);
      }
      await this.#client.call('removePlugin', { params: { id } });
    }
    return this.#client.call('installPlugin', { body: { source: { kind: 'folder', path: this.#folder } } });
  }

  async #conformance(): Promise<Conformance> {
    const { checkPlugin } = await import('@terrace/plugin-sdk/conformance');
    return checkPlugin(this.#folder, { others: await otherTypes(this.#folder) });
  }

  async #check(): Promise<void> {
    const { checks } = await this.#conformance();
    const results = checks.filter(isBad);
    const said = JSON.stringify(results);
    if (said === this.#said) return;
    this.#said = said;
    this.#reporter.tell({ type: 'checked', results });
  }
}

/** Everything a server has to say against a plugin. */
function issuesOf({ problem, message }: ApiError): Issue[] {
  if (problem.issues !== undefined && problem.issues.length > 0) return problem.issues;
  const text = { en: problem.detail ?? message, 'zh-CN': problem.detail ?? message };
  return [{ code: problem.code, severity: 'error', path: [], message: text }];
}
