import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PackageEntity } from './package.entity.js';

/** A packed plugin as it is to be stored. */
export type NewPackage = Pick<PackageEntity, 'sha256' | 'pluginId' | 'version' | 'fingerprint' | 'bytes'>;

/** Packed plugins in the database, so that every server process has them. */
@Injectable()
export class PackageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores a package for a while, unless it is there; removes those whose time is over. @returns when its time is over */
  async stage(each: NewPackage): Promise<Date> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('DELETE FROM terrace.plugin_package WHERE expires_at < now()');
      const [row] = await manager.query<{ expiresAt: Date }[]>(
        `INSERT INTO terrace.plugin_package AS p (sha256, plugin_id, version, fingerprint, bytes, expires_at)
         VALUES ($1, $2, $3, $4, $5, now() + interval '1 hour')
         ON CONFLICT (sha256) DO UPDATE
           SET expires_at = CASE WHEN p.expires_at IS NULL THEN NULL ELSE excluded.expires_at END
         RETURNING coalesce(expires_at, now() + interval '1 hour') AS "expiresAt"`,
        [each.sha256, each.pluginId, each.version, each.fingerprint, each.bytes],
      );
      if (row === undefined) throw new Error('The package was not stored.');
      return row.expiresAt;
    });
  }

  /** Without its bytes; null also for one whose time is over. */
  find(sha256: string): Promise<PackageEntity | null> {
    return this.dataSource.manager
      .createQueryBuilder(PackageEntity, 'package')
      .where('package.sha256 = :sha256 AND (package.expires_at IS NULL OR package.expires_at > now())', {
        sha256,
      })
      .getOne();
  }

  async bytes(sha256: string): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM terrace.plugin_package WHERE sha256 = $1',
      [sha256],
    );
    return row?.bytes;
  }

  async list(): Promise<string[]> {
    const rows = await this.dataSource.query<{ sha256: string }[]>(
      'SELECT sha256 FROM terrace.plugin_package',
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Keeps the package as that of its plugin, and no other of that plugin that was kept. @returns false when it is gone */
  async keep(manager: EntityManager, pluginId: string, sha256: string): Promise<boolean> {
    await manager.query(
      'DELETE FROM terrace.plugin_package WHERE plugin_id = $1 AND expires_at IS NULL AND sha256 <> $2',
      [pluginId, sha256],
    );
    const result = await manager.update(PackageEntity, { sha256 }, { expiresAt: null });
    return result.affected === 1;
  }

  async remove(manager: EntityManager, pluginId: string): Promise<void> {
    await manager.delete(PackageEntity, { pluginId });
  }
}
