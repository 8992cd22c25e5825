import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { ParentToken } from './parent-token.js';
import type { Principal } from './principal.js';

/** Finds out who makes a request. */
@Injectable()
export class Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly parentToken: ParentToken,
  ) {}

  /** @returns undefined when the request carries no valid session or token */
  async authenticate(request: FastifyRequest): Promise<Principal | undefined> {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && this.config.givesParentToken && this.parentToken.matches(bearer)) {
      return { id: 'parent', name: 'parent process', role: 'administrator', via: 'token' };
    }
    return undefined;
  }
}
