import type { RecordTypes } from '@terrace/model';
import { checkPlugin, checks as all } from '@terrace/plugin-sdk/conformance';
import { parentPort, workerData } from 'node:worker_threads';

// Proofs take seconds of computing, in which saves must be noticed all the same: checks have a thread of their own.
const { folder, others, isRequired } = workerData as {
  readonly folder: string;
  readonly others: RecordTypes;
  readonly isRequired: boolean;
};
const only = all.filter((check) => !isRequired || check.isRequired === true).map(({ id }) => id);
const { checks } = await checkPlugin(folder, { others, only });
parentPort?.postMessage(checks);
