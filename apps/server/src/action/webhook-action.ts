import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry, type JobContext } from '../job/job-registry.js';
import { ActionOccasions, type ActionOccasion, type ActionPayload } from './action-occasion.js';
import { DeliveryRepository } from './delivery.repository.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookSender, type Outcome } from './webhook-sender.js';

/** Sends transitions to webhooks until they answer 2xx; the job runner waits longer after each failure. */
@Injectable()
export class WebhookAction implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly occasions: ActionOccasions,
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sender: WebhookSender,
  ) {}

  onModuleInit(): void {
    this.jobs.register('action.webhook', (payload, context) =>
      this.perform(payload as ActionPayload, context),
    );
  }

  /** @throws Error when the call is to be tried again */
  async perform(payload: ActionPayload, { attempt, maxAttempts }: JobContext): Promise<void> {
    const occasion = await this.occasions.find(payload);
    if (occasion === undefined) return;
    const { action, id: nodeId } = occasion.node;
    if (action.type !== 'webhook') throw new Error(`${nodeId} is no webhook.`);
    const messageId = `msg_${occasion.transition.id}_${nodeId}`;
    const { state } = await this.deliveries.open(messageId, action.webhook);
    if (state !== 'pending') return;
    const webhook = await this.webhooks.findWithSecret(action.webhook);
    if (webhook === undefined) return this.deliveries.giveUp(messageId, 'the webhook does not exist');
    if (!webhook.isEnabled) return this.deliveries.giveUp(messageId, 'the webhook is disabled');
    const { url, secret } = webhook;
    const outcome = await this.sender.send({ id: messageId, url, secret, body: bodyOf(occasion) });
    if (isDelivered(outcome)) return this.deliveries.note(messageId, outcome, 'delivered');
    // 410 Gone: the receiver wants no more messages (Standard Webhooks, "Deliverability").
    const isGone = outcome.status === 410;
    const isLast = isGone || attempt >= maxAttempts;
    await this.deliveries.note(messageId, outcome, isLast ? 'failed' : 'pending');
    if (isGone) await this.webhooks.update(webhook.id, { isEnabled: false });
    if (!isLast)
      throw new Error(`${messageId}: ${outcome.error ?? `HTTP ${outcome.status}`}; it is tried again`);
  }
}

function isDelivered({ status }: Outcome): boolean {
  return status !== null && status >= 200 && status < 300;
}

function bodyOf({ transition, document }: ActionOccasion): object {
  const { modelId, subjectKey, kind, fromTier, toTier, at, asOf, version } = transition;
  return {
    type: 'transition',
    timestamp: at.toISOString(),
    data: {
      modelId,
      subjectType: document.subjectType,
      key: subjectKey,
      kind,
      from: fromTier,
      to: toTier,
      at: at.toISOString(),
      asOf,
      version,
    },
  };
}
