import { Injectable } from '@nestjs/common';
import type { KnownCode, KnownPlugin } from '@terrace/model';
import { knownPlugin } from '@terrace/plugin-sdk';
import type { PluginEntry } from '../plugin/plugin-entry.js';
import { PluginRegistry } from '../plugin/plugin-registry.service.js';

/** The plugins there are, for the check of models that use their code. */
@Injectable()
export class KnownCodeService {
  #entries: readonly PluginEntry[] = [];
  #known: KnownCode = new Map();

  constructor(private readonly registry: PluginRegistry) {}

  get(): KnownCode {
    const { entries } = this.registry;
    if (
      entries.some((entry, index) => entry !== this.#entries[index]) ||
      entries.length !== this.#entries.length
    ) {
      this.#entries = entries;
      this.#known = new Map(entries.flatMap(known));
    }
    return this.#known;
  }
}

function known({ id, version, state, problem, plugin }: PluginEntry): [string, KnownPlugin][] {
  // One that was removed is as good as absent.
  if (state === 'available') return [];
  if (plugin === undefined) return [[id, { version, state, reason: problem, dimensions: [], actions: [] }]];
  return [[id, knownPlugin(plugin.manifest, plugin.code, state, problem)]];
}
