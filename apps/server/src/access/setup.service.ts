import { Injectable } from '@nestjs/common';
import { fault, type Fault } from '../common/fault.js';
import { AttemptLimiter } from './attempt-limiter.service.js';
import { hashPassword } from './password.js';
import { hashSecret, makeSecret } from './secret.js';
import { SessionService, type NewSession } from './session.service.js';
import { SetupCodeRepository } from './setup-code.repository.js';
import { UserRepository } from './user.repository.js';

/** Makes the first administrator, once. */
@Injectable()
export class SetupService {
  constructor(
    private readonly users: UserRepository,
    private readonly codes: SetupCodeRepository,
    private readonly sessions: SessionService,
    private readonly limiter: AttemptLimiter,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.users.hasAny());
  }

  /** A fresh one-time code, in place of an older one; undefined when there are users already. */
  async makeCode(): Promise<string | undefined> {
    if (!(await this.isNeeded())) return undefined;
    const code = makeSecret();
    await this.codes.replace(hashSecret(code));
    return code;
  }

  /** Of several at once, one makes the administrator; the others are told that it is done. */
  async setUp(code: string, name: string, password: string, address: string): Promise<NewSession> {
    const user = await this.limiter.guard(address, undefined, async () => {
      // Before the lock: hashing takes its time.
      const passwordHash = await hashPassword(password);
      return this.users.exclusively(async (manager) => {
        if (await this.users.hasAny(manager)) throw alreadySetUp();
        if (!(await this.codes.use(manager, hashSecret(code)))) throw wrongCode();
        return this.users.insert(manager, { name, role: 'administrator', passwordHash });
      });
    });
    if (user === null) throw alreadySetUp();
    return this.sessions.open(user);
  }
}

function alreadySetUp(): Fault {
  return fault('CONFLICT', 'ALREADY_SET_UP', {
    en: 'The first administrator exists already; sign in instead.',
    'zh-CN': '首位管理员已经创建，请直接登录。',
  });
}

function wrongCode(): Fault {
  return fault(
    'NOT_ALLOWED',
    'WRONG_SETUP_CODE',
    {
      en: 'This one-time code does not hold; use the address that the server printed at its latest start.',
      'zh-CN': '一次性代码无效，请使用服务器最近一次启动时打印的地址。',
    },
    ['body', 'code'],
  );
}
