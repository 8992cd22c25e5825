import { ApiError, createClient } from '@terrace/client';

/** The API of the server this page came from; the session cookie says who calls. */
export const api = createClient({ baseUrl: '' });

export const isApiError = (error: unknown, code?: string): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.problem.code === code);

export const isSignedOut = (error: unknown): boolean => isApiError(error) && error.problem.status === 401;
