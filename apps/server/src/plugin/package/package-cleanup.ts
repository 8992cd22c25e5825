import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PackageStore } from './package-store.service.js';

/** Tidies the folders of packages when the server starts; nobody waits for it. */
@Injectable()
export class PackageCleanup implements OnApplicationBootstrap {
  readonly #logger = new Logger(PackageCleanup.name);

  constructor(private readonly store: PackageStore) {}

  onApplicationBootstrap(): void {
    this.store.cleanUp().catch((error: unknown) => this.#logger.warn(error));
  }
}
