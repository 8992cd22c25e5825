import type { Issue } from '@terrace/model';
import { readFileSync } from 'node:fs';
import type { Check, Found, Words } from './check.js';
import { JsonPlaces } from './line-of.js';
import { PluginUnderCheck, type CheckOptions } from './plugin-under-check.js';
import { checks } from './registry.js';

/** Something a check found. `path` leads into `file`; `line` and `column`, from 1, are where that stands, null where there is no such file. @since 0.1.0 */
export interface CheckIssue extends Issue {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** What to do about it. */
  readonly fix: Words;
}

/** `skipped`: the plugin has nothing of the kind. @since 0.1.0 */
export type CheckState = 'passed' | 'failed' | 'warned' | 'skipped';

/** What came of one check. @since 0.1.0 */
export interface CheckResult {
  readonly id: string;
  readonly state: CheckState;
  readonly issues: readonly CheckIssue[];
}

/** What came of all checks. @since 0.1.0 */
export interface Conformance {
  readonly checks: readonly CheckResult[];
  readonly counts: Readonly<Record<CheckState, number>>;
}

/** This version of Terrace: all packages have the same. */
function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function issueCode(id: string): string {
  return id.replaceAll('-', '_').toUpperCase();
}

/** Turns what checks find into issues with places in files. */
class Placer {
  readonly #plugin: PluginUnderCheck;
  readonly #places = new Map<string, JsonPlaces>();

  constructor(plugin: PluginUnderCheck) {
    this.#plugin = plugin;
  }

  issueOf(check: Check, { file, path = [], message, fix = check.fix }: Found): CheckIssue {
    const place = this.#placeOf(file, path);
    return {
      code: issueCode(check.id),
      severity: check.severity,
      file,
      path: [...path],
      line: place?.line ?? null,
      column: place?.column ?? null,
      message,
      fix,
    };
  }

  #placeOf(file: string, path: Issue['path']): { line: number; column: number } | null {
    const text = file.endsWith('.json') ? this.#plugin.text(file) : null;
    if (text === null) return null;
    const places = this.#places.get(file) ?? new JsonPlaces(text);
    this.#places.set(file, places);
    return places.at(path);
  }
}

async function runCheck(check: Check, plugin: PluginUnderCheck, placer: Placer): Promise<CheckResult> {
  const found = await check.run(plugin);
  if (found === null) return { id: check.id, state: 'skipped', issues: [] };
  const issues = found.map((each) => placer.issueOf(check, each));
  const bad = check.severity === 'error' ? 'failed' : 'warned';
  return { id: check.id, state: issues.length === 0 ? 'passed' : bad, issues };
}

/**
 * Makes every check of the conformance kit on the plugin in `folder`. Nothing of the plugin is run; its samples are generated, its
 * rules proved and its test cases evaluated, which for a large model takes seconds.
 * @returns the state of each check in the order of {@link checks}, and how many there are of each state; a plugin passes when none failed
 * @since 0.1.0
 */
export async function checkPlugin(folder: string, options: CheckOptions = {}): Promise<Conformance> {
  const plugin = await PluginUnderCheck.read(folder, ownVersion(), options);
  const placer = new Placer(plugin);
  const results: CheckResult[] = [];
  for (const check of checks) {
    if (options.only !== undefined && !options.only.includes(check.id)) continue;
    results.push(await runCheck(check, plugin, placer));
  }
  const counts = { passed: 0, failed: 0, warned: 0, skipped: 0 };
  for (const { state } of results) counts[state] += 1;
  return { checks: results, counts };
}
