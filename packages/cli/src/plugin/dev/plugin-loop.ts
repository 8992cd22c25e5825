import { ApiError, type Client } from '@terrace/client';
import type { Issue } from '@terrace/model';
import { codeSettingsSchema, isBuiltFile, isSourceFile, type CodeSettings } from '@terrace/plugin-sdk';
import type { CheckResult } from '@terrace/plugin-sdk/conformance';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { otherTypes } from '../other-plugins.js';
import { CheckRunner } from './check-runner.js';
import type { DevReporter } from './dev-reporter.js';
import type { FolderChange } from './folder-watcher.js';

/** What a manifest says of itself, as far as it can be read. */
interface Outline {
  readonly id: string | null;
  /** Where the source of the code lies, and where it is built to; null without code. */
  readonly code: CodeSettings | null;
  /** What of it a build looks at. */
  readonly settings: string;
}

async function outlineOf(folder: string): Promise<Outline> {
  try {
    const text = await readFile(join(folder, 'plugin.json'), 'utf8');
    const { id, code, permissions } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const settings = codeSettingsSchema.safeParse(code);
    return {
      id: typeof id === 'string' ? id : null,
      code: settings.success ? settings.data : null,
      settings: JSON.stringify([code, permissions]),
    };
  } catch {
    // The checks say what is wrong with the file.
    return { id: null, code: null, settings: '' };
  }
}

/** Everything a server has to say against a plugin. */
function issuesOf({ problem, message }: ApiError): readonly Issue[] {
  if (problem.issues !== undefined && problem.issues.length > 0) return problem.issues;
  const text = { en: problem.detail ?? message, 'zh-CN': problem.detail ?? message };
  return [{ code: problem.code, severity: 'error', path: [], message: text }];
}

/** Brings a plugin into a server again and again, as its folder changes. One time after the other; changes meanwhile wait together. */
export class PluginLoop {
  readonly #client: Client;
  readonly #folder: string;
  readonly #reporter: DevReporter;
  readonly #onFault: (error: unknown) => void;
  readonly #checks: CheckRunner;
  #pending: FolderChange | null = null;
  #running: Promise<void> | null = null;
  /** The plugin as the server knows it; null before it was sound for the first time. */
  #installed: string | null = null;
  /** What the checks said last, so that they say each thing once. */
  #said = '[]';
  /** What the last build looked at in the manifest. */
  #settings = '';

  /** @param onFault - is told what nobody expected, after which nothing more is done */
  constructor(client: Client, folder: string, reporter: DevReporter, onFault: (error: unknown) => void) {
    this.#client = client;
    this.#folder = folder;
    this.#reporter = reporter;
    this.#onFault = onFault;
    this.#checks = new CheckRunner(folder);
  }

  /** Takes a change in. */
  changed(change: FolderChange): void {
    const earlier = this.#pending?.names ?? [];
    this.#pending = { names: new Set([...earlier, ...change.names]), at: change.at };
    // What the checks were about is no longer there.
    void this.#checks.cancel();
    void this.#begin(() => this.#work());
  }

  /** Loads the plugin for the first time. */
  async start(): Promise<void> {
    await this.#begin(() => this.#first());
  }

  /** Gives up what is being checked, and resolves when nothing is done any more. */
  async stop(): Promise<void> {
    this.#pending = null;
    while (this.#running !== null) {
      await this.#checks.cancel();
      await this.#running;
    }
  }

  /** Does `work` unless something is being done; whatever comes of it, nothing is being done afterwards. */
  #begin(work: () => Promise<void>): Promise<void> {
    this.#running ??= Promise.resolve()
      .then(work)
      .catch(this.#onFault)
      .finally(() => (this.#running = null));
    return this.#running;
  }

  async #first(): Promise<void> {
    const { code, settings } = await outlineOf(this.#folder);
    if (code === null || (await this.#build(settings))) await this.#load(null);
    await this.#work();
  }

  async #work(): Promise<void> {
    for (let change = this.#take(); change !== null; change = this.#take()) await this.#react(change);
  }

  #take(): FolderChange | null {
    const change = this.#pending;
    this.#pending = null;
    return change;
  }

  async #react({ names, at }: FolderChange): Promise<void> {
    const { code, settings } = await outlineOf(this.#folder);
    const all = [...names];
    if (code !== null) {
      const isSource = settings !== this.#settings || all.some((name) => isSourceFile(name, code));
      // What was just built is no change of its own.
      if (!isSource && all.every((name) => isBuiltFile(name, code))) return;
      if (isSource && !(await this.#build(settings))) return;
    }
    await this.#load(at);
  }

  async #build(settings: string): Promise<boolean> {
    const { buildPluginCode } = await import('@terrace/plugin-runtime');
    const result = await buildPluginCode(this.#folder);
    if (result.ok) {
      this.#settings = settings;
      return true;
    }
    this.#settings = '';
    const issues = result.faults.map(({ code, message }): Issue => ({
      code,
      severity: 'error',
      path: [],
      message,
    }));
    this.#reporter.tell({ type: 'refused', results: [], issues });
    return false;
  }

  /** Lets the server read the plugin, then makes the checks: of what is in use all that is remarked, else what keeps it from being used. */
  async #load(since: number | null): Promise<void> {
    const { id } = await outlineOf(this.#folder);
    let refusal: readonly Issue[] | null = null;
    try {
      if (id === null) refusal = [];
      else {
        const { version } = await this.#bring(id);
        const ms = since === null ? null : Date.now() - since;
        this.#reporter.tell({ type: 'loaded', id, version, ms });
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refusal = issuesOf(error);
    }
    const others = await otherTypes(this.#folder);
    const results = this.#pending === null ? await this.#checks.run(others, refusal !== null) : null;
    if (results === null) return;
    if (refusal === null) this.#tellChecks(results);
    else {
      const failed = results.filter(({ state }) => state === 'failed');
      this.#reporter.tell({ type: 'refused', results: failed, issues: failed.length === 0 ? refusal : [] });
    }
  }

  #tellChecks(results: readonly CheckResult[]): void {
    const bad = results.filter(({ state }) => state === 'failed' || state === 'warned');
    const said = JSON.stringify(bad);
    if (said === this.#said) return;
    this.#said = said;
    this.#reporter.tell({ type: 'checked', results: bad });
  }

  /** Makes the server have the plugin as it is in its folder. @throws ApiError when it does not want it */
  async #bring(id: string): Promise<{ readonly version: string }> {
    if (this.#installed === id) return this.#client.call('reloadPlugin', { params: { id } });
    // The manifest says another id than before.
    if (this.#installed !== null)
      await this.#client.call('removePlugin', { params: { id: this.#installed } });
    this.#installed = null;
    const plugin = await this.#install(id);
    this.#installed = id;
    return plugin;
  }

  /** Installs the plugin from its folder, in the place of one that was installed from elsewhere; its records stay. */
  async #install(id: string): Promise<{ readonly version: string }> {
    const { items } = await this.#client.call('listPlugins');
    const present = items.find((each) => each.id === id && each.state !== 'available');
    if (present !== undefined) {
      const { folder } = await this.#client.call('getPlugin', { params: { id } });
      if (folder === this.#folder) {
        if (present.state === 'disabled') await this.#client.call('enablePlugin', { params: { id } });
        return this.#client.call('reloadPlugin', { params: { id } });
      }
      await this.#client.call('removePlugin', { params: { id } });
    }
    return this.#client.call('installPlugin', { body: { source: { kind: 'folder', path: this.#folder } } });
  }
}
