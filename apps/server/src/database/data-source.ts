import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import type { Connection } from './connection.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

/** TypeORM's connections; the schema comes from the migrations alone. */
export function createDataSource({ url, name, options }: Connection): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'terrace',
    entities: entities as MixedList<new () => object | EntitySchema>,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: 10,
    applicationName: name,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    // A connection that breaks while idle is replaced, and nobody needs to act.
    poolErrorHandler: () => undefined,
    extra: options === undefined ? {} : { options },
  });
}
