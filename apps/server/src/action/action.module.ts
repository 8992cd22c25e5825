import { Module } from '@nestjs/common';
import { AssignmentModule } from '../assignment/assignment.module.js';
import { ModelModule } from '../model/model.module.js';
import { PluginCodeModule } from '../plugin-code/plugin-code.module.js';
import { ActionController } from './action.controller.js';
import { ActionOccasions } from './action-occasion.js';
import { CodeAction } from './code-action.js';
import { DeliveryRepository } from './delivery.repository.js';
import { TaskAction } from './task-action.js';
import { TaskRepository } from './task.repository.js';
import { TaskService } from './task.service.js';
import { WebhookAction } from './webhook-action.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [AssignmentModule, ModelModule, PluginCodeModule],
  controllers: [ActionController],
  providers: [
    ActionOccasions,
    CodeAction,
    DeliveryRepository,
    TaskAction,
    TaskRepository,
    TaskService,
    WebhookAction,
    WebhookRepository,
    WebhookSender,
    WebhookService,
  ],
})
export class ActionModule {}
