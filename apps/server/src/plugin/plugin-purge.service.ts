import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What is purged. */
export interface PurgedPlugin {
  readonly id: string;
  /** The subject types it brought. */
  readonly subjectTypes: readonly string[];
}

/** Deletes what a feature keeps for a plugin. */
export interface PurgeListener {
  /** What is in the database, in the transaction of the purge. */
  readonly inTransaction?: (manager: EntityManager, plugin: PurgedPlugin) => Promise<void>;
  /** What is elsewhere, once the transaction is done. */
  readonly afterwards?: (plugin: PurgedPlugin) => Promise<void>;
}

/** Lets features that keep something for plugins delete it when the data of a plugin are purged. */
@Injectable()
export class PluginPurge {
  readonly #listeners: PurgeListener[] = [];

  onPurge(listener: PurgeListener): void {
    this.#listeners.push(listener);
  }

  async inTransaction(manager: EntityManager, plugin: PurgedPlugin): Promise<void> {
    for (const listener of this.#listeners) await listener.inTransaction?.(manager, plugin);
  }

  async afterwards(plugin: PurgedPlugin): Promise<void> {
    for (const listener of this.#listeners) await listener.afterwards?.(plugin);
  }
}
