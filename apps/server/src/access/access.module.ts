import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AttemptLimiter } from './attempt-limiter.service.js';
import { AttemptRepository } from './attempt.repository.js';
import { Authenticator } from './authenticator.service.js';
import { ParentToken } from './parent-token.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SetupCodeRepository } from './setup-code.repository.js';
import { SetupService } from './setup.service.js';
import { TokenController } from './token.controller.js';
import { TokenRepository } from './token.repository.js';
import { TokenService } from './token.service.js';
import { UserController } from './user.controller.js';
import { UserRepository } from './user.repository.js';
import { UserService } from './user.service.js';

@Global()
@Module({
  controllers: [SessionController, UserController, TokenController],
  providers: [
    ParentToken,
    Authenticator,
    AttemptLimiter,
    AttemptRepository,
    SessionRepository,
    SessionService,
    SetupCodeRepository,
    SetupService,
    TokenRepository,
    TokenService,
    UserRepository,
    UserService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [ParentToken, SetupService],
})
export class AccessModule {}
