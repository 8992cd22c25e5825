import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  Res,
  type ExecutionContext,
} from '@nestjs/common';
import { apiPrefix, endpoints, type Endpoint, type EndpointName } from '@terrace/client';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Fault } from './fault.js';
import { issuesOf } from './zod-issues.js';

const ENDPOINT = 'terrace:endpoint';

type Definition<N extends EndpointName> = (typeof endpoints)[N];
type OutputOf<D, K extends string> = D extends Record<K, { _zod: { output: infer O } }> ? O : undefined;

/** The checked parts of a request to endpoint `N`. */
export interface EndpointInput<N extends EndpointName> {
  readonly params: OutputOf<Definition<N>, 'params'>;
  readonly query: OutputOf<Definition<N>, 'query'>;
  readonly body: OutputOf<Definition<N>, 'body'>;
}

/** What the handler of endpoint `N` answers. */
export type EndpointOutput<N extends EndpointName> =
  Definition<N> extends { response: { _zod: { input: infer I } } } ? I : void;

/** The endpoint a controller method handles; undefined for a method that declares none. */
export function endpointOf(handler: object): Endpoint | undefined {
  const name = Reflect.getMetadata(ENDPOINT, handler) as EndpointName | undefined;
  return name === undefined ? undefined : endpoints[name];
}

/** Makes a controller method handle an endpoint of the contract: its method, path, status and access. */
export function Handles(name: EndpointName): MethodDecorator {
  const definition: Endpoint = endpoints[name];
  const hasBody = definition.response !== undefined || definition.responseStream !== undefined;
  return applyDecorators(
    RequestMapping({ path: `${apiPrefix}${definition.path}`, method: RequestMethod[definition.method] }),
    HttpCode(definition.status ?? (hasBody ? 200 : 204)),
    (_target: object, _key: string | symbol, descriptor: PropertyDescriptor) => {
      Reflect.defineMetadata(ENDPOINT, name, descriptor.value as object);
    },
  );
}

function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  part: string,
  issues: Fault['issues'][number][],
): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  issues.push(...issuesOf(parsed.error, [part]));
  return undefined;
}

/** The request's parts, checked against the endpoint's schemas; every fault is reported at once. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const definition = endpointOf(context.getHandler());
  if (definition === undefined) throw new Error('@Input() is used on a method without @Handles().');
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const issues: Fault['issues'][number][] = [];
  const input = {
    params: parsePart(definition.params, request.params, 'params', issues),
    query: parsePart(definition.query, request.query, 'query', issues),
    body: parsePart(definition.body, request.body, 'body', issues),
  };
  if (issues.length > 0) throw new Fault('INVALID_REQUEST', issues);
  return input;
});

/** The raw request, for endpoints that take a stream. */
export const RawRequest = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/**
 * The reply, for cookies, headers and streams; the body is still what the method returns. Not a decorator of our own:
 * a reply is a thenable, and Nest would wait for its end before calling the method.
 */
export const RawReply = (): ParameterDecorator => Res({ passthrough: true });
