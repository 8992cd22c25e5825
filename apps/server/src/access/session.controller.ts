import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Handles,
  Input,
  RawReply,
  RawRequest,
  type EndpointInput,
  type EndpointOutput,
} from '../common/endpoint.decorator.js';
import { CONFIG, type Config } from '../config/config.js';
import { Caller, userOf, type Principal } from './principal.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles('getSetup')
  async getSetup(): Promise<EndpointOutput<'getSetup'>> {
    return { isNeeded: await this.setup.isNeeded() };
  }

  @Handles('setUp')
  async setUp(
    @Input() { body }: EndpointInput<'setUp'>,
    @RawRequest() request: FastifyRequest,
    @RawReply() reply: FastifyReply,
  ): Promise<EndpointOutput<'setUp'>> {
    const { user, secret } = await this.setup.setUp(body.code, body.name, body.password, request.ip);
    setSessionCookie(reply, secret, this.config.hasSecureCookies);
    return { user, via: 'session' };
  }

  @Handles('signIn')
  async signIn(
    @Input() { body }: EndpointInput<'signIn'>,
    @RawRequest() request: FastifyRequest,
    @RawReply() reply: FastifyReply,
  ): Promise<EndpointOutput<'signIn'>> {
    const { user, secret } = await this.sessions.signIn(body.name, body.password, request.ip);
    setSessionCookie(reply, secret, this.config.hasSecureCookies);
    return { user, via: 'session' };
  }

  @Handles('getSession')
  getSession(@Caller() caller: Principal): EndpointOutput<'getSession'> {
    return { user: userOf(caller), via: caller.via };
  }

  @Handles('signOut')
  async signOut(@RawRequest() request: FastifyRequest, @RawReply() reply: FastifyReply): Promise<void> {
    const secret = readSessionCookie(request);
    if (secret !== undefined) await this.sessions.signOut(secret);
    clearSessionCookie(reply, this.config.hasSecureCookies);
  }
}
