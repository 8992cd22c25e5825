import type { PluginSource } from '@terrace/client';

export type SourceKind = PluginSource['kind'];

/** What was typed as a source: a folder, or a package's name with an optional `@version`; nothing while it is empty. */
export function sourceOf(kind: 'folder' | 'registry', typed: string): PluginSource | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (kind === 'folder') return { kind, path: text };
  // The first character may be the @ of a scope.
  const at = text.indexOf('@', 1);
  if (at < 0) return { kind, name: text };
  const version = text.slice(at + 1);
  return { kind, name: text.slice(0, at), ...(version === '' ? {} : { version }) };
}
