import { repositoryRoot } from '@terrace/testing';
import { parse } from 'csv-parse/sync';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment a person's shell would have, without the settings of the test run. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_ENV: _mode, DATABASE_URL: _url, ...env } = process.env;
  for (const name of Object.keys(env)) if (/^(TERRACE_|JEST_)/.test(name)) delete env[name];
  return env;
}

/** Runs the real `terrace` command in `cwd`. */
export function terrace(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; interruptAfter?: RegExp } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repositoryRoot, 'bin/terrace.mjs'), ...args], {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...environment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    const interrupt = (): void => {
      if (options.interruptAfter?.test(err) || options.interruptAfter?.test(out)) child.kill('SIGINT');
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      interrupt();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      interrupt();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** A folder for one test file, removed by `remove`. */
export function temporaryFolder(): { path: string; file: (name: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'terrace-cli-test-'));
  // Also holds the command's own files, which the user that PostgreSQL runs as has to reach.
  chmodSync(path, 0o711);
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Rows of a CSV file as records; empty cells are `''`. */
export function csvRows(content: string | Buffer): Record<string, string>[] {
  return parse(content, { columns: true, bom: true });
}

/** Rows of the CSV file at `path`. */
export function readCsv(path: string): Record<string, string>[] {
  return csvRows(readFileSync(path));
}
