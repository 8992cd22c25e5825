import { apiPrefix, endpoints, problemSchema, type Endpoint } from '@terrace/client';
import type { z } from 'zod';
import { JsonSchemas, type JsonSchema } from './json-schemas.js';
import { version } from './version.js';

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The HTTP API as an OpenAPI 3.1 document, made from the contract's table of endpoints. */
export function openApiDocument(): JsonSchema {
  const schemas = new JsonSchemas();
  schemas.describe(problemSchema, 'output', 'Problem');
  const paths: Record<string, JsonSchema> = {};
  const tags = new Set<string>();
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = `${apiPrefix}${endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`;
    tags.add(endpoint.tag);
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(name, endpoint, schemas),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Terrace',
      version,
      description:
        'Customer tiering: import records, draw a model, preview a run, apply it. Every fault is a problem document (RFC 9457). Lists are paged.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token: `terrace_…`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'terrace_session',
          description: 'What signing in sets; changes need an `Origin` or `Sec-Fetch-Site` of the same site.',
        },
      },
    },
  };
}

function operation(name: string, endpoint: Endpoint, schemas: JsonSchemas): JsonSchema {
  const { access, body, params, query, requestStream } = endpoint;
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: access === 'public' ? 'Needs no sign-in.' : `Needs the role \`${access}\`.`,
    security: access === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [...parameters('path', params, name, schemas), ...parameters('query', query, name, schemas)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: json(body, 'input', `${name}Body`, schemas) } }),
    // A media type without a schema is any bytes, in OpenAPI 3.1.
    ...(requestStream === undefined
      ? {}
      : { requestBody: { required: true, content: { [requestStream]: {} } } }),
    responses: responses(name, endpoint, schemas),
  };
}

function json(schema: z.ZodType, io: 'input' | 'output', place: string, schemas: JsonSchemas): JsonSchema {
  return { 'application/json': { schema: schemas.describe(schema, io, place) } };
}

function parameters(
  where: 'path' | 'query',
  schema: z.ZodType | undefined,
  name: string,
  schemas: JsonSchemas,
): JsonSchema[] {
  if (schema === undefined) return [];
  const described = schemas.describe(schema, 'input', `${name}Query`);
  const required = (described['required'] ?? []) as string[];
  return Object.entries((described['properties'] ?? {}) as Record<string, JsonSchema>).map(
    ([parameter, part]) => ({
      name: parameter,
      in: where,
      required: where === 'path' || required.includes(parameter),
      schema: part,
    }),
  );
}

function responses(name: string, endpoint: Endpoint, schemas: JsonSchemas): JsonSchema {
  const { access, response, responseStream, params, requestStream } = endpoint;
  const hasBody = response !== undefined || responseStream !== undefined;
  const takesInput =
    params !== undefined ||
    endpoint.query !== undefined ||
    endpoint.body !== undefined ||
    requestStream !== undefined;
  const content =
    response !== undefined
      ? json(response, 'output', `${name}Response`, schemas)
      : { [responseStream ?? '']: {} };
  const problem = (description: string): JsonSchema => ({ description, content: problemContent });
  return {
    [endpoint.status ?? (hasBody ? 200 : 204)]: {
      description: endpoint.summary,
      ...(hasBody ? { content } : {}),
    },
    ...(takesInput ? { 400: problem('The request is not valid; `issues` lists every fault.') } : {}),
    ...(access === 'public' ? {} : { 401: problem('Not signed in.') }),
    ...(access === 'public' ? {} : { 403: problem('The role does not suffice.') }),
    ...(params === undefined ? {} : { 404: problem('There is no such thing.') }),
    default: problem('Any other fault.'),
  };
}
