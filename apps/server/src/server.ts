import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ParentToken } from './access/parent-token.js';
import { SetupService } from './access/setup.service.js';
import { AppModule } from './app.module.js';
import { NestLogger } from './common/nest-logger.js';
import { ProblemFilter, problemOf, sendProblem } from './common/problem.filter.js';
import type { Config } from './config/config.js';
import { cancelStatements, prepareConnection, type Connection } from './database/connection.js';
import { createDataSource } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { serveApiPage } from './system/api-page.js';
import { securityHeaders } from './system/security-headers.js';
import { serveWebApp } from './system/web-app.js';

/** A route that Fastify serves. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
}

/** A listening server. */
export interface RunningServer {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Administrator token of the parent process, when the settings ask for one. */
  readonly parentToken: string | undefined;
  /** One-time code that makes the first administrator, while there is none. */
  readonly setupCode: string | undefined;
  /** Everything that is served, whoever registered it. */
  readonly routes: readonly ServedRoute[];
  /** Ends requests, jobs and database connections; takes seconds at most. */
  stop(): Promise<void>;
}

/** Largest JSON body, in bytes: a model document with 500 nodes is below 2 MB. Files are streamed and have no limit here. */
const MAX_JSON_BYTES = 8 * 1024 * 1024;
/** How long requests and jobs may go on after a stop before they are cut off, in milliseconds. */
const GRACE_MS = 2000;

/** Migrates the database at `databaseUrl`, builds the application and listens. */
export async function startServer(config: Config, databaseUrl: string): Promise<RunningServer> {
  const connection = await prepareConnection(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 12,
    application_name: connection.name,
    ...(connection.options === undefined ? {} : { options: connection.options }),
  });
  // An idle connection that the database ends (restart, failover) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const dataSource = createDataSource(connection);
  const disconnect = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await pool.end();
  };
  try {
    await dataSource.initialize();
    await migrate(dataSource, pool);
    const routes: ServedRoute[] = [];
    const app = await createApp(config, dataSource, pool, routes);
    try {
      await app.init();
      // Not Nest's own `listen`, which logs a port that is taken as well as reporting it.
      const url = await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
      const setupCode = await app.get(SetupService).makeCode();
      return {
        url: url.replace('[::1]', 'localhost'),
        parentToken: config.givesParentToken ? app.get(ParentToken).value : undefined,
        setupCode,
        routes,
        stop: () => stop(app, connection, disconnect),
      };
    } catch (error) {
      await app.close();
      throw error;
    }
  } catch (error) {
    await disconnect();
    throw error;
  }
}

async function createApp(
  config: Config,
  dataSource: DataSource,
  pool: Pool,
  routes: ServedRoute[],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Standard output is for what is addressed to people.
    logger: { level: config.logLevel, stream: process.stderr },
    genReqId: () => randomUUID(),
    bodyLimit: MAX_JSON_BYTES,
    routerOptions: { maxParamLength: 3000 },
    // An address that cannot be decoded reaches no route, and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(problemOf(error, request), reply),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, dataSource, pool),
    adapter,
    { logger: new NestLogger(fastify.log), abortOnError: false },
  );
  app.useGlobalFilters(new ProblemFilter());
  await app.register(fastifyHelmet, securityHeaders(config.hasSecureCookies));
  await app.register(fastifyCookie);
  // Gives replies `sendFile`; each route names its own folder.
  await app.register(fastifyStatic, {
    root: import.meta.dirname,
    serve: false,
    preCompressed: true,
  });
  // Files arrive as streams that the import feature reads itself.
  fastify.addContentTypeParser(['application/octet-stream', 'application/gzip'], (_request, payload, done) =>
    done(null, payload),
  );
  serveApiPage(fastify);
  serveWebApp(fastify, config.webFolder);
  return app;
}

/** Open connections and running jobs get a moment to end; then they are cut off. */
async function stop(
  app: NestFastifyApplication,
  connection: Connection,
  disconnect: () => Promise<void>,
): Promise<void> {
  const http = app.getHttpServer() as { closeAllConnections(): void };
  const cutOff = setInterval(() => {
    http.closeAllConnections();
    void cancelStatements(connection).catch(() => undefined);
  }, GRACE_MS);
  try {
    await app.close();
    await disconnect();
  } finally {
    clearInterval(cutOff);
  }
}
