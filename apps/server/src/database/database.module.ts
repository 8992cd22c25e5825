import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { BulkSession } from './bulk-session.js';
import { POOL } from './pool.js';

/** Gives every feature the connected DataSource and Pool, and transactions for bulk statements. */
@Global()
@Module({})
export class DatabaseModule {
  static with(dataSource: DataSource, pool: Pool): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: POOL, useValue: pool },
        BulkSession,
      ],
      exports: [BulkSession, DataSource, POOL],
    };
  }
}
