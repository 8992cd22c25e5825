import { randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * An administrator token that lives as long as this process and is handed to the process that started it, over their
 * private channel: how the command line and tests sign in without storing anything.
 */
export class ParentToken {
  readonly value = `terrace_parent_${randomBytes(32).toString('base64url')}`;

  matches(candidate: string): boolean {
    const expected = Buffer.from(this.value);
    const given = Buffer.from(candidate);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
