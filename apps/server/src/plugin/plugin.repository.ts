import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { PluginEntity, PluginVersionEntity, type PluginOrigin, type StoredState } from './plugin.entity.js';
import { busy } from './plugin-fault.js';

/** Any number that no other use of advisory locks in this database takes. */
const PLUGIN_LOCK = 4_017_283_413;
/** How long a change waits for imports and runs that hold what it needs. */
const LOCK_TIMEOUT = '5s';
const LOCK_NOT_AVAILABLE = '55P03';

/** An installed version as it is to be stored. */
export interface Installation {
  readonly id: string;
  readonly version: string;
  readonly source: PluginOrigin;
  readonly folder: string | null;
  readonly package: string | null;
  readonly bundledFolder: string | null;
  readonly fingerprint: string | null;
}

/** Which plugins are installed. */
@Injectable()
export class PluginRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction; changes of plugins in all processes happen one after the other.
   * @throws Fault `CONFLICT` when what it needs is held for long
   */
  async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
        await manager.query('SELECT pg_advisory_xact_lock($1)', [PLUGIN_LOCK]);
        return work(manager);
      });
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
        throw busy();
      throw error;
    }
  }

  /** Grows with every change of plugins and trusted keys. */
  async revision(): Promise<string> {
    const [row] = await this.dataSource.query<{ revision: string }[]>(
      'SELECT revision FROM terrace.plugin_revision',
    );
    return row?.revision ?? '0';
  }

  /** In the order in which they were installed. */
  list(manager: EntityManager = this.dataSource.manager): Promise<PluginEntity[]> {
    return manager.find(PluginEntity, { order: { installedAt: 'ASC', id: 'ASC' } });
  }

  find(id: string, manager: EntityManager = this.dataSource.manager): Promise<PluginEntity | null> {
    return manager.findOneBy(PluginEntity, { id });
  }

  /** Newest first. */
  versions(id: string): Promise<PluginVersionEntity[]> {
    return this.dataSource.manager.find(PluginVersionEntity, {
      where: { pluginId: id },
      order: { installedAt: 'DESC', version: 'DESC' },
    });
  }

  /** The keys that the present versions are signed by, by plugin id. */
  async fingerprints(): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ id: string; fingerprint: string }[]>(
      `SELECT p.id, v.fingerprint FROM terrace.plugin p
       JOIN terrace.plugin_version v ON v.plugin_id = p.id AND v.version = p.version
       WHERE v.fingerprint IS NOT NULL`,
    );
    return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
  }

  /** Stores the version as the present one, enabled. */
  async install(manager: EntityManager, { fingerprint, ...plugin }: Installation): Promise<void> {
    const revision = await this.noteChange(manager);
    const { id, version, source } = plugin;
    await manager.upsert(PluginEntity, { ...plugin, state: 'enabled', reason: null, revision }, ['id']);
    await manager.upsert(
      PluginVersionEntity,
      { pluginId: id, version, source, fingerprint, installedAt: () => 'now()' },
      ['pluginId', 'version'],
    );
  }

  /** @param reason - of a quarantine */
  async setState(
    manager: EntityManager,
    id: string,
    state: StoredState,
    reason: LocalizedText | null = null,
  ): Promise<void> {
    const revision = await this.noteChange(manager);
    await manager.update(PluginEntity, { id }, { state, reason, revision });
  }

  async setBundledFolder(manager: EntityManager, id: string, bundledFolder: string): Promise<void> {
    const revision = await this.noteChange(manager);
    await manager.update(PluginEntity, { id }, { bundledFolder, revision });
  }

  /** Makes an installed plugin what it was before: one that came with the program, not in use. */
  async returnToProgram(manager: EntityManager, id: string): Promise<void> {
    const revision = await this.noteChange(manager);
    const program = { source: 'bundled' as const, folder: null, package: null };
    await manager.update(PluginEntity, { id }, { ...program, state: 'available', reason: null, revision });
    await manager.delete(PluginVersionEntity, { pluginId: id });
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await this.noteChange(manager);
    await manager.delete(PluginEntity, { id });
    await manager.delete(PluginVersionEntity, { pluginId: id });
  }

  /** Has every process look at the plugins again. @returns the new revision */
  async noteChange(manager: EntityManager): Promise<string> {
    const [rows] = (await manager.query(
      'UPDATE terrace.plugin_revision SET revision = revision + 1 RETURNING revision',
    )) as [{ revision: string }[], number];
    const revision = rows[0]?.revision;
    if (revision === undefined) throw new Error('The revision of the plugins is missing.');
    return revision;
  }
}
