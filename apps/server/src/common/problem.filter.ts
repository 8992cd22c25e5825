import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@terrace/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault, type FaultCode } from './fault.js';
import { describeError } from './nest-logger.js';

const statusOf: Record<FaultCode, number> = {
  INVALID_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REVISION_CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  NOT_READY: 503,
};

const titleOf: Record<FaultCode, string> = {
  INVALID_REQUEST: 'The request is not valid',
  NOT_SIGNED_IN: 'Sign in first',
  NOT_ALLOWED: 'Not allowed',
  NOT_FOUND: 'Not found',
  CONFLICT: 'Not possible in this state',
  REVISION_CONFLICT: 'Changed by someone else meanwhile',
  TOO_MANY_REQUESTS: 'Too many requests',
  NOT_READY: 'Not ready yet',
};

/** HTTP faults that Fastify and Nest raise before a handler runs: malformed JSON, unknown route, body too large … */
const codeOfStatus: Record<number, string> = {
  400: 'INVALID_REQUEST',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
};

/** Turns every error into an RFC 9457 problem document; what was not expected is logged and hidden. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request);
    if (problem.status >= 500 && !(error instanceof Fault))
      request.log.error({ error: describeError(error) }, 'unexpected error');
    if (reply.sent) return;
    const wait = problem.issues?.[0]?.details?.['retryAfterSeconds'];
    if (typeof wait === 'number') void reply.header('retry-after', wait);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}

/** The problem document of `error`. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  const base = { type: 'about:blank', requestId: request.id };
  if (error instanceof Fault) {
    return {
      ...base,
      title: titleOf[error.code],
      status: statusOf[error.code],
      code: error.code,
      detail: error.message,
      issues: [...error.issues],
    };
  }
  const status = statusCodeOf(error);
  if (status >= 400 && status < 500) {
    const detail = error instanceof Error ? error.message : undefined;
    return {
      ...base,
      title: 'The request cannot be handled',
      status,
      code: codeOfStatus[status] ?? 'INVALID_REQUEST',
      ...(detail === undefined ? {} : { detail }),
    };
  }
  return { ...base, title: 'Something went wrong here; it has been logged', status: 500, code: 'INTERNAL' };
}

function statusCodeOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error) {
    const { statusCode } = error;
    if (typeof statusCode === 'number') return statusCode;
  }
  return 500;
}
