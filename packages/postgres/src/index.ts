export { checkServer, oldestMajorVersion } from './check-server.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { PostgresError, type PostgresErrorCode } from './postgres-error.js';
