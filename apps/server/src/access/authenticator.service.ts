import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { ParentToken } from './parent-token.js';
import type { Principal } from './principal.js';
import { checkSameOrigin } from './same-origin.js';
import { hashSecret } from './secret.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';
import { TokenRepository } from './token.repository.js';

/** Finds out who makes a request. */
@Injectable()
export class Authenticator {
  readonly #startedAt = new Date().toISOString();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly parentToken: ParentToken,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
  ) {}

  /** @returns undefined when the request carries no valid session or token; a token given, valid or not, is what counts */
  async authenticate(request: FastifyRequest): Promise<Principal | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      return secret === undefined ? undefined : this.#byToken(secret);
    }
    const secret = readSessionCookie(request);
    if (secret === undefined) return undefined;
    const user = await this.sessions.findUser(hashSecret(secret));
    if (user === null) return undefined;
    checkSameOrigin(request, true);
    const { id, name, role, createdAt } = user;
    return { id, name, role, via: 'session', createdAt: createdAt.toISOString() };
  }

  async #byToken(secret: string): Promise<Principal | undefined> {
    if (this.config.givesParentToken && this.parentToken.matches(secret)) {
      const name = 'parent process';
      return { id: 'parent', name, role: 'administrator', via: 'token', createdAt: this.#startedAt };
    }
    const token = await this.tokens.findValid(hashSecret(secret));
    if (token === null) return undefined;
    const { id, name, role, createdAt } = token;
    return { id, name, role, via: 'token', createdAt: createdAt.toISOString() };
  }
}
