import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { roles, type Role } from '@terrace/client';
import type { FastifyRequest } from 'fastify';
import { endpointOf } from '../common/endpoint.decorator.js';
import { fault } from '../common/fault.js';
import { Authenticator } from './authenticator.service.js';
import { checkSameOrigin } from './same-origin.js';

/** Lets a request through only when the endpoint declares who may call it and the caller may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context.getHandler());
    if (endpoint === undefined) throw notAllowed();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (endpoint.access === 'public') {
      checkSameOrigin(request, false);
      return true;
    }
    const principal = await this.authenticator.authenticate(request);
    if (principal === undefined) {
      throw fault('NOT_SIGNED_IN', 'NOT_SIGNED_IN', {
        en: 'Sign in, or send a valid API token.',
        'zh-CN': '请先登录，或提供有效的 API 令牌。',
      });
    }
    if (!includesRole(principal.role, endpoint.access)) throw notAllowed(endpoint.access);
    request.principal = principal;
    return true;
  }
}

/** Whether someone with role `held` may do what needs `needed`. */
export function includesRole(held: Role, needed: Role): boolean {
  return roles.indexOf(held) <= roles.indexOf(needed);
}

function notAllowed(needed?: Role): Error {
  if (needed === undefined) {
    return fault('NOT_ALLOWED', 'NOT_ALLOWED', {
      en: 'This address may not be called.',
      'zh-CN': '此地址不允许访问。',
    });
  }
  return fault(
    'NOT_ALLOWED',
    'ROLE_NEEDED',
    { en: `This needs the role "${needed}".`, 'zh-CN': `此操作需要角色“${needed}”。` },
    [],
    { needed },
  );
}
