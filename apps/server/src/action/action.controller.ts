import { Controller } from '@nestjs/common';
import { Caller, type Principal } from '../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { TaskService } from './task.service.js';
import { WebhookService } from './webhook.service.js';

@Controller()
export class ActionController {
  constructor(
    private readonly tasks: TaskService,
    private readonly webhooks: WebhookService,
  ) {}

  @Handles('listTasks')
  async listTasks(@Input() { query }: EndpointInput<'listTasks'>): Promise<EndpointOutput<'listTasks'>> {
    return pageOutput(await this.tasks.list(query), query);
  }

  @Handles('updateTask')
  async updateTask(
    @Input() { params, body }: EndpointInput<'updateTask'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'updateTask'>> {
    return this.tasks.update(params.id, body, caller);
  }

  @Handles('listWebhooks')
  async listWebhooks(
    @Input() { query }: EndpointInput<'listWebhooks'>,
  ): Promise<EndpointOutput<'listWebhooks'>> {
    return pageOutput(await this.webhooks.list(query), query);
  }

  @Handles('createWebhook')
  async createWebhook(
    @Input() { body }: EndpointInput<'createWebhook'>,
  ): Promise<EndpointOutput<'createWebhook'>> {
    return this.webhooks.create(body.name, body.url);
  }

  @Handles('updateWebhook')
  async updateWebhook(
    @Input() { params, body }: EndpointInput<'updateWebhook'>,
  ): Promise<EndpointOutput<'updateWebhook'>> {
    return this.webhooks.update(params.id, body);
  }

  @Handles('deleteWebhook')
  async deleteWebhook(@Input() { params }: EndpointInput<'deleteWebhook'>): Promise<void> {
    await this.webhooks.remove(params.id);
  }

  @Handles('listDeliveries')
  async listDeliveries(
    @Input() { params, query }: EndpointInput<'listDeliveries'>,
  ): Promise<EndpointOutput<'listDeliveries'>> {
    return pageOutput(await this.webhooks.listDeliveries(params.id, query), query);
  }
}
