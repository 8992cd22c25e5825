import { apiPrefix } from '@terrace/client';
import type {} from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const files = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Terrace API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** A file of its own: the content security policy forbids inline scripts. Nothing is asked of other hosts. */
const start = `SwaggerUIBundle({
  url: ${JSON.stringify(`${apiPrefix}/openapi.json`)},
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
});
`;

/** Serves the API as a page that people read and try, at `/api/docs`. Needs `reply.sendFile`. */
export function serveApiPage(server: FastifyInstance): void {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/api/docs/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  for (const file of files)
    server.get(`/api/docs/${file}`, (_request, reply) => reply.sendFile(file, folder, { maxAge: '1h' }));
}
