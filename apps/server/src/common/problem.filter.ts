import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@terrace/client';
import type { Issue, LocalizedText } from '@terrace/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault, type FaultCode } from './fault.js';
import { describeError } from './nest-logger.js';
import { unstorableText } from './unstorable-text.js';

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

/** What Fastify and Nest raise before a handler runs. */
interface FrameworkFault {
  readonly code: string;
  readonly message: Required<LocalizedText>;
}

const unreadable: FrameworkFault = {
  code: 'INVALID_REQUEST',
  message: { en: 'The request cannot be read.', 'zh-CN': '无法读取请求。' },
};

const frameworkFaults: Record<number, FrameworkFault> = {
  404: {
    code: 'NOT_FOUND',
    message: { en: 'There is nothing at this address.', 'zh-CN': '此地址不存在。' },
  },
  413: {
    code: 'BODY_TOO_LARGE',
    message: { en: 'The request is too large.', 'zh-CN': '请求内容过大。' },
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: {
      en: 'The content type is not understood; send JSON as application/json.',
      'zh-CN': '不支持此内容类型，请以 application/json 发送 JSON。',
    },
  },
};

/** Turns every error into an RFC 9457 problem document; what was not expected is logged and hidden. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = unstorableText(thrown) ?? thrown;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request);
    if (problem.status >= 500 && !(error instanceof Fault))
      request.log.error({ error: describeError(error) }, 'unexpected error');
    if (reply.sent) return;
    sendProblem(problem, reply);
  }
}

/** Answers with `problem`. */
export function sendProblem(problem: Problem, reply: FastifyReply): void {
  const wait = problem.issues?.[0]?.details?.['retryAfterSeconds'];
  if (typeof wait === 'number') void reply.header('retry-after', wait);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problem);
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
    const { code, message } = frameworkFaults[status] ?? unreadable;
    const detail = error instanceof Error ? error.message : message.en;
    const issues: Issue[] = [{ code, severity: 'error', path: [], message }];
    return { ...base, title: 'The request cannot be handled', status, code, detail, issues };
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
