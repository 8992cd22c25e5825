import type { Issue } from '@terrace/model';
import { open } from 'node:fs/promises';
import { pluginIssue } from './plugin-issue.js';

/** Largest manifest or template, in bytes: far above any real one, small enough to be read at once. */
const maxBytes = 4 * 1024 * 1024;

/** The JSON in `file`, or why there is none. `name` is what a person knows the file by. */
export async function readJson(
  file: string,
  name: string,
  path: Issue['path'],
): Promise<{ ok: true; json: unknown } | { ok: false; issue: Issue }> {
  let text: string;
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxBytes)
        return {
          ok: false,
          issue: pluginIssue(
            'PLUGIN_FILE_TOO_LARGE',
            path,
            `${name} has ${size} bytes; at most ${maxBytes} are read.`,
            `${name} 有 ${size} 字节，超过上限 ${maxBytes} 字节。`,
          ),
        };
      text = await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      ok: false,
      issue: pluginIssue(
        'PLUGIN_FILE_UNREADABLE',
        path,
        `${name} cannot be read (${reason}).`,
        `无法读取 ${name}（${reason}）。`,
      ),
    };
  }
  try {
    return { ok: true, json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      issue: pluginIssue(
        'PLUGIN_FILE_NOT_JSON',
        path,
        `${name} is not JSON: ${reason}.`,
        `${name} 不是有效的 JSON：${reason}。`,
      ),
    };
  }
}
