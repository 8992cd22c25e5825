import type { Issue, LocalizedText } from '@terrace/model';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import type { PluginEntity, PluginOrigin, StoredState } from './plugin.entity.js';
import type { TemplateFacts } from './read/read-folder.js';

/** A plugin as this process knows it. */
export interface PluginEntry {
  /** That of the manifest; the name of the folder where that cannot be read or is taken. */
  readonly id: string;
  readonly version: string;
  readonly source: PluginOrigin;
  readonly state: StoredState | 'faulty';
  /** Undefined where it cannot be read. */
  readonly plugin: LoadedPlugin | undefined;
  readonly templates: Readonly<Record<string, TemplateFacts>>;
  /** Everything for which a faulty one cannot be used. */
  readonly faults: readonly Issue[];
  /** Why it is quarantined or faulty. */
  readonly problem: LocalizedText | null;
  /** Of the key it is signed by. */
  readonly fingerprint: string | null;
  /** Undefined for a folder that never became an installed plugin. */
  readonly row: PluginEntity | undefined;
  /** The folder it was read from, where there is one. */
  readonly folder: string | undefined;
}

/** Whether the declarations of a plugin are in use; its code is only while it is `enabled`. */
export function isInUse({ state }: PluginEntry): boolean {
  return state === 'enabled' || state === 'quarantined';
}
