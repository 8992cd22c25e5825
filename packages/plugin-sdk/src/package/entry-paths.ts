import type { Issue } from '@terrace/model';
import { packageIssues } from './package-issue.js';

/** Everything in an npm package lies below this folder. */
export const packageRoot = 'package/';

/** Names that Windows keeps for devices, with any extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
/** Characters that Windows has no files with, and those nobody sees. */
const badCharacter = /[<>:"|?*\\\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const maxPath = 240;
const maxDepth = 20;

/** Paths as they are taken, in the order of the archive; names what cannot be taken. */
export class EntryPaths {
  /** As file systems without case see them, to how they are written. */
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /** Takes a path of an archive. @returns why it cannot be taken */
  add(path: string, isFolder: boolean): Issue | undefined {
    if (!path.startsWith(packageRoot)) {
      // The folder itself, as some programs list it.
      return isFolder && path === packageRoot.slice(0, -1) ? undefined : packageIssues.wrongLayout(path);
    }
    const inner = path.slice(packageRoot.length).replace(/\/$/, '');
    if (inner === '') return isFolder ? undefined : packageIssues.badPath(path);
    const parts = inner.split('/');
    if (inner.length > maxPath || parts.length > maxDepth || !parts.every(isPortable))
      return packageIssues.badPath(path);
    return this.#take(parts, isFolder);
  }

  #take(parts: readonly string[], isFolder: boolean): Issue | undefined {
    for (const [index] of parts.entries()) {
      const path = parts.slice(0, index + 1).join('/');
      const folded = fold(path);
      const isLast = index === parts.length - 1;
      const file = this.#files.get(folded);
      if (file !== undefined) return packageIssues.duplicate(path, file);
      const folder = this.#folders.get(folded);
      if (isLast && !isFolder) {
        if (folder !== undefined) return packageIssues.duplicate(path, folder);
        this.#files.set(folded, path);
      } else {
        if (folder !== undefined && folder !== path) return packageIssues.duplicate(path, folder);
        this.#folders.set(folded, path);
      }
    }
    return undefined;
  }
}

function isPortable(part: string): boolean {
  return (
    part !== '' &&
    part !== '.' &&
    part !== '..' &&
    Buffer.byteLength(part) <= 255 &&
    !badCharacter.test(part) &&
    !/[. ]$/.test(part) &&
    !deviceName.test(part)
  );
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase();
