import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { AppModule } from './app.module.js';
import { ParentToken } from './access/parent-token.js';
import { ProblemFilter } from './common/problem.filter.js';
import type { Config } from './config/config.js';
import { createDataSource } from './database/data-source.js';
import { migrate } from './database/migrate.js';

/** A listening server. */
export interface RunningServer {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Administrator token of the parent process, when the settings ask for one. */
  readonly parentToken: string | undefined;
  readonly app: NestFastifyApplication;
  /** Ends requests, jobs and database connections. */
  stop(): Promise<void>;
}

/** Largest JSON body, in bytes: a model document with 500 nodes is below 2 MB. Files are streamed and have no limit here. */
const MAX_JSON_BYTES = 8 * 1024 * 1024;

/** Migrates the database at `databaseUrl`, builds the application and listens. */
export async function startServer(config: Config, databaseUrl: string): Promise<RunningServer> {
  const pool = new Pool({ connectionString: databaseUrl, max: 12, application_name: 'terrace' });
  // An idle connection that the database ends (restart, failover) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const dataSource = await createDataSource(databaseUrl).initialize();
  await migrate(dataSource, pool);
  const adapter = new FastifyAdapter({
    logger: { level: config.logLevel },
    genReqId: () => randomUUID(),
    bodyLimit: MAX_JSON_BYTES,
    routerOptions: { maxParamLength: 3000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, dataSource, pool),
    adapter,
    {
      logger: config.logLevel === 'debug' ? ['error', 'warn', 'log', 'debug'] : ['error', 'warn'],
      abortOnError: false,
    },
  );
  app.useGlobalFilters(new ProblemFilter());
  // Files arrive as streams that the import feature reads itself.
  adapter
    .getInstance()
    .addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  await app.listen(config.port, config.host);
  const stop = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
    await pool.end();
  };
  return {
    url: (await app.getUrl()).replace('[::1]', 'localhost'),
    parentToken: config.givesParentToken ? app.get(ParentToken).value : undefined,
    app,
    stop,
  };
}
