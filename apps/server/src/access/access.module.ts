import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Authenticator } from './authenticator.service.js';
import { ParentToken } from './parent-token.js';

@Global()
@Module({
  providers: [ParentToken, Authenticator, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [ParentToken],
})
export class AccessModule {}
