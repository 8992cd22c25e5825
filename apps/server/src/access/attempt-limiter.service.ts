import { Injectable } from '@nestjs/common';
import { fault, type Fault } from '../common/fault.js';
import { AttemptRepository } from './attempt.repository.js';
import { networkOf } from './network.js';
import { hashSecret } from './secret.js';
import { nameKeyOf } from './user.entity.js';

/** Failed sign-ins per period for one user name: slow enough against guessing a password of ten characters. */
const LIMIT_PER_NAME = 20;
/** For one address, behind which a whole office may sit. */
const LIMIT_PER_ADDRESS = 100;

/** Slows down whoever guesses passwords or codes. */
@Injectable()
export class AttemptLimiter {
  constructor(private readonly repository: AttemptRepository) {}

  /**
   * Runs `attempt`, unless too many failed lately from this address or for this name. Counted before it runs, so that
   * many at once do not slip through; taken back when it succeeds.
   * @throws Fault `TOO_MANY_REQUESTS`
   */
  async guard<T>(address: string, name: string | undefined, attempt: () => Promise<T>): Promise<T> {
    const addressBucket = hashSecret(`address:${networkOf(address)}`);
    const nameBucket = name === undefined ? undefined : hashSecret(`name:${nameKeyOf(name)}`);
    await this.#take(addressBucket, LIMIT_PER_ADDRESS);
    if (nameBucket !== undefined) await this.#take(nameBucket, LIMIT_PER_NAME);
    const result = await attempt();
    await this.repository.subtract(addressBucket);
    if (nameBucket !== undefined) await this.repository.clear(nameBucket);
    return result;
  }

  async #take(bucket: Buffer, limit: number): Promise<void> {
    const { count, secondsLeft } = await this.repository.add(bucket);
    if (count > limit) throw tooMany(secondsLeft);
  }
}

function tooMany(retryAfterSeconds: number): Fault {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return fault(
    'TOO_MANY_REQUESTS',
    'TOO_MANY_ATTEMPTS',
    {
      en: `Too many failed tries; try again in ${minutes} min.`,
      'zh-CN': `失败次数过多，请在 ${minutes} 分钟后重试。`,
    },
    [],
    { retryAfterSeconds },
  );
}
