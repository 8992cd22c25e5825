import { Module } from '@nestjs/common';
import { PluginModule } from '../plugin/plugin.module.js';
import { CodePlugins } from './code-plugins.service.js';
import { CodeValueRepository } from './code-value.repository.js';
import { CodeValues } from './code-values.service.js';
import { KnownCodeService } from './known-code.service.js';

@Module({
  imports: [PluginModule],
  providers: [CodePlugins, CodeValueRepository, CodeValues, KnownCodeService],
  exports: [CodePlugins, CodeValues, KnownCodeService],
})
export class PluginCodeModule {}
