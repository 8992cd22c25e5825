import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_DAYS } from './session.repository.js';

const NAME = 'terrace_session';

/** The secret of the browser's session, if it sent one. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** Gives the browser a session that scripts cannot read and other sites cannot use. */
export function setSessionCookie(reply: FastifyReply, secret: string, isSecure: boolean): void {
  reply.setCookie(NAME, secret, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure,
    maxAge: LONGEST_DAYS * 24 * 60 * 60,
  });
}

export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(NAME, { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure });
}
