import type { z } from 'zod';

/** The roles, each including those after it. @since 0.1.0 */
export const roles = ['administrator', 'designer', 'viewer'] as const;

/** See {@link roles}. @since 0.1.0 */
export type Role = (typeof roles)[number];

/** Who may call an endpoint: anyone (`public`), anyone signed in with at least this role. @since 0.1.0 */
export type Access = 'public' | Role;

/**
 * One operation of the HTTP API. `path` is below `/api/v1` and names its parameters `:id`. `body` and `response` are JSON;
 * `requestStream` and `responseStream` name the media type of those that are not. An endpoint without `response` answers
 * 204.
 * @since 0.1.0
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  /** Heading in the API page. */
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly requestStream?: string;
  readonly responseStream?: string;
  /** Success status; 200, or 204 without a response, unless given. */
  readonly status?: number;
}

/** Types `definition` narrowly, so that the client knows each schema. @since 0.1.0 */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
