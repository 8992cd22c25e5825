import { z } from 'zod';
import { endpoint } from './endpoint.js';

const tag = 'System';

export const systemEndpoints = {
  getHealth: endpoint({
    method: 'GET',
    path: '/health',
    access: 'public',
    tag,
    summary: 'Whether the server and its database answer',
    response: z.object({ status: z.literal('ok'), version: z.string() }),
  }),
  /** Also shown as a page at `/api/docs`. */
  getOpenApi: endpoint({
    method: 'GET',
    path: '/openapi.json',
    access: 'public',
    tag,
    summary: 'This API as an OpenAPI 3.1 document',
    response: z.record(z.string(), z.unknown()),
  }),
};
