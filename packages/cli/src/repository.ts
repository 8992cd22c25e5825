import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** The server program; `TERRACE_SERVER` names another one. */
export function serverProgram(): string {
  return process.env['TERRACE_SERVER'] ?? resolve(root, 'apps/server/dist/main.js');
}

/** The folder with one plugin per subfolder; `TERRACE_PLUGINS` names another one, as it does for the server. */
export function pluginFolder(): string {
  return resolve(process.env['TERRACE_PLUGINS'] ?? resolve(root, 'plugins'));
}

/** The package that plugins are written with: its schemas and types. */
export function sdkFolder(): string {
  return resolve(root, 'packages/plugin-sdk');
}
