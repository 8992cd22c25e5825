import { Injectable } from '@nestjs/common';
import type { Workspace } from '@terrace/client';
import type { Issue } from '@terrace/model';
import { IANAZone } from 'luxon';
import { Fault } from '../common/fault.js';
import { WorkspaceRepository } from './workspace.repository.js';

/** Settings of the whole installation. */
@Injectable()
export class WorkspaceService {
  constructor(private readonly repository: WorkspaceRepository) {}

  async get(): Promise<Workspace> {
    return this.repository.find();
  }

  async update(changes: Partial<Workspace>): Promise<Workspace> {
    const { currency } = changes;
    const issues: Issue[] = [];
    const timeZone = changes.timeZone === undefined ? undefined : await this.#timeZone(changes.timeZone);
    if (changes.timeZone !== undefined && timeZone === undefined)
      issues.push(unknownTimeZone(changes.timeZone));
    if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency))
      issues.push(unknownCurrency(currency));
    if (issues.length > 0) throw new Fault('INVALID_REQUEST', issues);
    await this.repository.update({ ...changes, timeZone });
    return this.repository.find();
  }

  /** Names only: PostgreSQL reads an offset such as "+08:00" with the sign reversed. */
  async #timeZone(name: string): Promise<string | undefined> {
    if (!/^[A-Za-z]/.test(name) || !IANAZone.isValidZone(name)) return undefined;
    return this.repository.findTimeZone(name);
  }
}

function unknownTimeZone(name: string): Issue {
  return {
    code: 'UNKNOWN_TIME_ZONE',
    severity: 'error',
    path: ['body', 'timeZone'],
    message: {
      en: `"${name}" is not a known time zone; use an IANA name such as "Asia/Shanghai".`,
      'zh-CN': `“${name}”不是可识别的时区，请使用 IANA 时区名，例如“Asia/Shanghai”。`,
    },
  };
}

function unknownCurrency(code: string): Issue {
  return {
    code: 'UNKNOWN_CURRENCY',
    severity: 'error',
    path: ['body', 'currency'],
    message: {
      en: `"${code}" is not a known currency; use an ISO 4217 code such as "CNY".`,
      'zh-CN': `“${code}”不是可识别的币种，请使用 ISO 4217 代码，例如“CNY”。`,
    },
  };
}
