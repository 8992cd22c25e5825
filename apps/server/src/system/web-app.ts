import type {} from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

/** Vite puts files here whose names change with their content. */
const HASHED = '/assets/';

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Terrace</title></head>
  <body>
    <p>The web app is not built yet: run <code>npm run build</code>, or start with <code>npm start</code>.</p>
    <p lang="zh-CN">网页尚未构建：请运行 <code>npm run build</code>，或用 <code>npm start</code> 启动。</p>
  </body>
</html>
`;

/**
 * Serves the built web app in `folder`: its files, and its page for every other address, since the app has addresses of
 * its own. Addresses below `/api` are never the app's. Needs `reply.sendFile`.
 */
export function serveWebApp(server: FastifyInstance, folder: string): void {
  server.get('/*', (request, reply) => {
    const path = pathOf(request.url);
    if (path === undefined || path === '/api' || path.startsWith('/api/')) return reply.callNotFound();
    if (path !== '/' && isFile(folder, path)) {
      return path.startsWith(HASHED)
        ? reply.sendFile(path, folder, { maxAge: '1y', immutable: true })
        : reply.sendFile(path, folder, { maxAge: '1h' });
    }
    if (path.startsWith(HASHED)) return reply.callNotFound();
    return sendPage(reply, folder);
  });
}

function sendPage(reply: FastifyReply, folder: string): FastifyReply {
  void reply.header('cache-control', 'no-cache');
  if (!isFile(folder, '/index.html'))
    return reply.status(503).type('text/html; charset=utf-8').send(notBuilt);
  return reply.sendFile('index.html', folder, { cacheControl: false });
}

/** The decoded path of a request; undefined when it is not valid. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '/');
  } catch {
    return undefined;
  }
}

function isFile(folder: string, path: string): boolean {
  const file = normalize(join(folder, path));
  if (path.includes('\0') || !file.startsWith(folder + sep)) return false;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
