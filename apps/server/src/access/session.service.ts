import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { User } from '@terrace/client';
import { fault, type Fault } from '../common/fault.js';
import { AttemptLimiter } from './attempt-limiter.service.js';
import { prepareDecoy, verifyPassword } from './password.js';
import { hashSecret, makeSecret } from './secret.js';
import { SessionRepository } from './session.repository.js';
import { UserRepository, type UserRecord } from './user.repository.js';
import { toUser } from './user.service.js';

/** A new session; `secret` is for the browser's cookie and stored nowhere. */
export interface NewSession {
  readonly user: User;
  readonly secret: string;
}

/** Signs people in and out. */
@Injectable()
export class SessionService implements OnModuleInit {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly users: UserRepository,
    private readonly limiter: AttemptLimiter,
  ) {}

  onModuleInit(): void {
    void prepareDecoy();
  }

  /** @throws Fault the same for an unknown name, a wrong password and a deactivated user, and after the same time */
  async signIn(name: string, password: string, address: string): Promise<NewSession> {
    const user = await this.limiter.guard(address, name, async () => {
      const found = await this.users.findByName(name);
      const isRight = await verifyPassword(found?.passwordHash, password);
      if (found === null || !isRight || !found.isActive) throw wrong();
      return found;
    });
    return this.open(user);
  }

  /** Opens a session for `user`, who has proved who they are. */
  async open(user: UserRecord): Promise<NewSession> {
    const secret = makeSecret();
    await this.sessions.insert(hashSecret(secret), user.id);
    return { user: toUser(user), secret };
  }

  async signOut(secret: string): Promise<void> {
    await this.sessions.delete(hashSecret(secret));
  }
}

function wrong(): Fault {
  return fault('NOT_SIGNED_IN', 'WRONG_CREDENTIALS', {
    en: 'The name or the password is wrong.',
    'zh-CN': '用户名或密码错误。',
  });
}
