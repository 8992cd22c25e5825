import { Injectable } from '@nestjs/common';
import type { StagedPackage } from '@terrace/client';
import { Staging } from '../package/staging.service.js';
import { Inspections } from './inspection.service.js';

/** Looks into packed plugins that are sent. */
@Injectable()
export class Uploads {
  constructor(
    private readonly staging: Staging,
    private readonly inspections: Inspections,
  ) {}

  /** @throws Fault when it is no sound package */
  async receive(bytes: AsyncIterable<Uint8Array>): Promise<StagedPackage> {
    const { sha256, plugin, fingerprint, expiresAt } = await this.staging.receive(bytes);
    return {
      package: sha256,
      expiresAt: expiresAt.toISOString(),
      ...(await this.inspections.describe({ plugin, source: 'package', fingerprint })),
    };
  }
}
