import { DataSource, type MixedList, type EntitySchema } from 'typeorm';
import { migrations } from './migrations/index.js';
import { entities } from './entities.js';

/** TypeORM's connection to the database at `url`; the schema comes from the migrations alone. */
export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'terrace',
    entities: entities as MixedList<new () => object | EntitySchema>,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: 10,
    applicationName: 'terrace',
  });
}
