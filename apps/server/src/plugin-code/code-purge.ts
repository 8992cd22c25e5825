import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/config.js';
import { PluginPurge } from '../plugin/plugin-purge.service.js';

/** Deletes what code of a plugin computed and kept when the data of the plugin are purged. */
@Injectable()
export class CodePurge implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly purge: PluginPurge,
  ) {}

  onModuleInit(): void {
    this.purge.onPurge({
      inTransaction: async (manager, { id, subjectTypes }) => {
        await manager.query(
          `WITH old AS (
             DELETE FROM terrace.code_computation
             WHERE starts_with(dimension, $1) OR subject_type = ANY($2) RETURNING id)
           DELETE FROM "data"."code_value" v USING old WHERE v."computation" = old.id`,
          [`${id}.`, subjectTypes],
        );
      },
      afterwards: ({ id }) =>
        rm(join(this.config.home, 'plugin-storage', id), { recursive: true, force: true }),
    });
  }
}
