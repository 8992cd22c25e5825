import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type PurgeListener = (manager: EntityManager, plugin: string) => Promise<void>;

/** Lets features that keep something for plugins delete it when the data of a plugin are purged. */
@Injectable()
export class PluginPurge {
  readonly #listeners: PurgeListener[] = [];

  /** @param listener - deletes what it keeps for the plugin, in the transaction of the purge */
  onPurge(listener: PurgeListener): void {
    this.#listeners.push(listener);
  }

  async purge(manager: EntityManager, plugin: string): Promise<void> {
    for (const listener of this.#listeners) await listener(manager, plugin);
  }
}
