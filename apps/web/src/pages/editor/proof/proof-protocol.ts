import type { ModelDocument, Proof } from '@terrace/model';

/** What the page asks the worker. */
export interface ProofQuestion {
  readonly number: number;
  readonly document: ModelDocument;
}

/** What the worker answers. */
export type ProofAnswer =
  { readonly number: number; readonly proof: Proof } | { readonly number: number; readonly error: string };
