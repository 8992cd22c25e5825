import { Injectable } from '@nestjs/common';
import type { SigningKey } from '@terrace/client';
import { fingerprintOf, readPublicKey } from '@terrace/plugin-sdk';
import { fault, notFound, type Fault } from '../../common/fault.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { PluginRepository } from '../plugin.repository.js';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { SigningKeyRepository } from './signing-key.repository.js';

/** Which keys the administrator trusts. */
@Injectable()
export class SigningKeyService {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly plugins: PluginRepository,
    private readonly registry: PluginRegistry,
  ) {}

  async list(): Promise<SigningKey[]> {
    return (await this.keys.list()).map(viewOf);
  }

  /** @throws Fault when it is no public key, or trusted already */
  async add(name: string, pem: string, by: string): Promise<SigningKey> {
    const key = readPublicKey(pem);
    if (key === null) throw notAKey();
    const fingerprint = fingerprintOf(key);
    const publicKey = key.export({ format: 'pem', type: 'spki' }).toString();
    await this.plugins.change(async (manager) => {
      if (!(await this.keys.add(manager, { fingerprint, name, publicKey, addedBy: by })))
        throw known(fingerprint);
      await this.plugins.noteChange(manager);
    });
    await this.registry.refresh();
    const added = (await this.keys.list()).find((each) => each.fingerprint === fingerprint);
    if (added === undefined) throw unknownKey(fingerprint);
    return viewOf(added);
  }

  /** Plugins signed by it fall out of use, unless unsigned ones are allowed. @throws Fault `NOT_FOUND` */
  async remove(fingerprint: string): Promise<void> {
    await this.plugins.change(async (manager) => {
      if (!(await this.keys.remove(manager, fingerprint))) throw unknownKey(fingerprint);
      await this.plugins.noteChange(manager);
    });
    await this.registry.refresh();
  }
}

function viewOf({ fingerprint, name, publicKey, addedAt, addedBy }: SigningKeyEntity): SigningKey {
  return { fingerprint, name, publicKey, addedAt: addedAt.toISOString(), addedBy };
}

const unknownKey = (fingerprint: string): Fault =>
  notFound({ en: 'signing key', 'zh-CN': '签名公钥' }, fingerprint);

const notAKey = (): Fault =>
  fault(
    'INVALID_REQUEST',
    'NOT_A_PUBLIC_KEY',
    {
      en: 'This is no Ed25519 public key in PEM (it begins with "-----BEGIN PUBLIC KEY-----").',
      'zh-CN': '这不是 PEM 格式的 Ed25519 公钥（以“-----BEGIN PUBLIC KEY-----”开头）。',
    },
    ['body', 'publicKey'],
  );

const known = (fingerprint: string): Fault =>
  fault(
    'CONFLICT',
    'KEY_TRUSTED',
    {
      en: `This key (${fingerprint}) is trusted already.`,
      'zh-CN': `该公钥（${fingerprint}）已受信任。`,
    },
    ['body', 'publicKey'],
  );
