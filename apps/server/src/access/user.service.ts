import { Injectable } from '@nestjs/common';
import type { Role, User } from '@terrace/client';
import { fault, notFound, type Fault } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { hashPassword } from './password.js';
import { SessionRepository } from './session.repository.js';
import { UserRepository, type UserRecord } from './user.repository.js';

interface UserChanges {
  readonly role?: Role | undefined;
  readonly isActive?: boolean | undefined;
  readonly password?: string | undefined;
}

/** The people who can sign in. */
@Injectable()
export class UserService {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async list(page: PageRequest): Promise<Page<User>> {
    const { items, total } = await this.users.list(page);
    return { items: items.map(toUser), total };
  }

  async create(name: string, role: Role, password: string): Promise<User> {
    const passwordHash = await hashPassword(password);
    const user = await this.users.insert(undefined, { name, role, passwordHash });
    if (user === null) throw nameTaken(name);
    return toUser(user);
  }

  /** A new role holds from the next request on; a new password and deactivation end the user's sessions. */
  async update(id: string, { role, isActive, password }: UserChanges): Promise<User> {
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.users.exclusively(async (manager) => {
      const user = isUuid(id) ? await this.users.findById(manager, id) : null;
      if (user === null) throw notFound({ en: 'user', 'zh-CN': '用户' }, id);
      const changed = {
        ...user,
        role: role ?? user.role,
        isActive: isActive ?? user.isActive,
        passwordHash: passwordHash ?? user.passwordHash,
      };
      if (administers(user) && !administers(changed)) {
        const others = await this.users.countOtherActiveAdministrators(manager, id);
        if (others === 0) throw lastAdministrator();
      }
      const { role: newRole, isActive: newIsActive, passwordHash: newHash } = changed;
      await this.users.update(manager, id, { role: newRole, isActive: newIsActive, passwordHash: newHash });
      if (passwordHash !== undefined || !changed.isActive) await this.sessions.deleteOfUser(manager, id);
      return toUser(changed);
    });
  }
}

/** A user as the contract shows it. */
export function toUser({ id, name, role, isActive, createdAt }: UserRecord): User {
  return { id, name, role, isActive, createdAt: createdAt.toISOString() };
}

function administers({ role, isActive }: UserRecord): boolean {
  return role === 'administrator' && isActive;
}

function nameTaken(name: string): Fault {
  return fault(
    'CONFLICT',
    'NAME_TAKEN',
    {
      en: `There is already a user "${name}"; choose another name.`,
      'zh-CN': `用户名“${name}”已被使用，请换一个。`,
    },
    ['body', 'name'],
  );
}

function lastAdministrator(): Fault {
  return fault('CONFLICT', 'LAST_ADMINISTRATOR', {
    en: 'This is the last active administrator; make another user administrator first.',
    'zh-CN': '这是最后一位启用的管理员，请先把另一位用户设为管理员。',
  });
}
