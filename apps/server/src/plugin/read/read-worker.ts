import { parentPort } from 'node:worker_threads';
import { doJob, type Job } from './job.js';
import type { Answer } from './plugin-reader.service.js';

// Runs in a thread of its own: what a stranger's files can do to whoever reads them, they do here.
parentPort?.on('message', (job: Job) => {
  void answerOf(job).then((answer) => parentPort?.postMessage(answer));
});

async function answerOf(job: Job): Promise<Answer> {
  try {
    return { result: await doJob(job) };
  } catch (error) {
    // The stack is exhausted by JSON that is nested without end.
    if (error instanceof RangeError && /call stack/i.test(error.message)) return { isTooDeep: true };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
