import '../../../app/forbid-code-generation';
import { proveDocument } from '@terrace/model';
import type { ProofAnswer, ProofQuestion } from './proof-protocol';

/** Steps of work per question: a few seconds at most for models that cannot be settled exactly. */
const effort = 2_000_000;

/** Proves documents beside the page, one after the other, so that the canvas stays smooth. */
self.addEventListener('message', ({ data }: MessageEvent<ProofQuestion>) => {
  let answer: ProofAnswer;
  try {
    // The page's security policy forbids generated code.
    answer = { number: data.number, proof: proveDocument(data.document, { effort, generateCode: false }) };
  } catch (error) {
    answer = { number: data.number, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
});
