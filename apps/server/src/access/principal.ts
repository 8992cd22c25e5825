import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role, User } from '@terrace/client';
import type { FastifyRequest } from 'fastify';

/** Who makes a request. */
export interface Principal {
  /** The user's id, or the token's. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly via: 'session' | 'token';
  /** When the user or token was made, ISO. */
  readonly createdAt: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
  }
}

/** The principal of the request; only on endpoints that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (principal === undefined) throw new Error('@Caller() is used on a public endpoint.');
  return principal;
});

/** The principal as a user; a token looks like a user of its own. */
export function userOf({ id, name, role, createdAt }: Principal): User {
  return { id, name, role, isActive: true, createdAt };
}
