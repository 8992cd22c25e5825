import { localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema, pageOf, pageQuerySchema } from './page.js';

const tag = 'Actions';

/** Work about a subject. @since 0.1.0 */
export const taskSchema = z.object({
  id: z.string(),
  title: localizedTextSchema,
  owner: z.string(),
  subjectType: z.string(),
  key: z.string(),
  modelId: z.string(),
  modelName: localizedTextSchema,
  transitionId: z.string(),
  transitionKind: z.enum(['enter', 'leave', 'upgrade', 'downgrade']),
  fromName: localizedTextSchema.nullable(),
  toName: localizedTextSchema.nullable(),
  status: z.enum(['open', 'done']),
  dueOn: z.string().nullable(),
  createdAt: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
});

/** Where transitions are sent. @since 0.1.0 */
export const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  isEnabled: z.boolean(),
  createdAt: z.string(),
});

/** One call of a webhook. `messageId` is the idempotency key its receiver sees as `webhook-id`. @since 0.1.0 */
export const deliverySchema = z.object({
  messageId: z.string(),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  deliveredAt: z.string().nullable(),
});

const urlSchema = z.url({ protocol: /^https?$/ }).max(2000);

export const actionEndpoints = {
  listTasks: endpoint({
    method: 'GET',
    path: '/tasks',
    access: 'viewer',
    tag,
    summary: 'Tasks, open and newest first',
    query: pageQuerySchema.extend({
      status: z.enum(['open', 'done']).optional(),
      owner: z.string().max(100).optional(),
      key: z.string().max(500).optional(),
    }),
    response: pageOf(taskSchema),
  }),
  updateTask: endpoint({
    method: 'PATCH',
    path: '/tasks/:id',
    access: 'viewer',
    tag,
    summary: 'Mark a task done or open, or give it to someone else',
    params: idParamsSchema,
    body: z.object({
      status: z.enum(['open', 'done']).optional(),
      owner: z.string().trim().min(1).max(100).optional(),
    }),
    response: taskSchema,
  }),
  listWebhooks: endpoint({
    method: 'GET',
    path: '/webhooks',
    access: 'designer',
    tag,
    summary: 'Webhooks',
    query: pageQuerySchema,
    response: pageOf(webhookSchema),
  }),
  /** Calls are signed after the Standard Webhooks specification; the secret (`whsec_…`) is shown once. */
  createWebhook: endpoint({
    method: 'POST',
    path: '/webhooks',
    access: 'administrator',
    tag,
    summary: 'Add a webhook',
    status: 201,
    body: z.object({ name: z.string().trim().min(1).max(100), url: urlSchema }),
    response: webhookSchema.extend({ secret: z.string() }),
  }),
  updateWebhook: endpoint({
    method: 'PATCH',
    path: '/webhooks/:id',
    access: 'administrator',
    tag,
    summary: 'Change a webhook',
    params: idParamsSchema,
    body: z.object({
      name: z.string().trim().min(1).max(100).optional(),
      url: urlSchema.optional(),
      isEnabled: z.boolean().optional(),
    }),
    response: webhookSchema,
  }),
  deleteWebhook: endpoint({
    method: 'DELETE',
    path: '/webhooks/:id',
    access: 'administrator',
    tag,
    summary: 'Delete a webhook',
    params: idParamsSchema,
  }),
  listDeliveries: endpoint({
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    access: 'administrator',
    tag,
    summary: 'Calls of a webhook, newest first',
    params: idParamsSchema,
    query: pageQuerySchema,
    response: pageOf(deliverySchema),
  }),
};

/** See {@link taskSchema}. @since 0.1.0 */
export type Task = z.infer<typeof taskSchema>;
/** See {@link webhookSchema}. @since 0.1.0 */
export type Webhook = z.infer<typeof webhookSchema>;
/** See {@link deliverySchema}. @since 0.1.0 */
export type Delivery = z.infer<typeof deliverySchema>;
