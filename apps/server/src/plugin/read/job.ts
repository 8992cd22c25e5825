import type { RecordTypes } from '@terrace/model';
import { readFolder, type ReadResult } from './read-folder.js';

/** What the reading thread can be asked. */
export interface Job {
  readonly kind: 'read';
  readonly folder: string;
  readonly others: RecordTypes;
}

/** What each job gives. */
export interface JobResults {
  readonly read: ReadResult;
}

export async function doJob(job: Job): Promise<JobResults[Job['kind']]> {
  return readFolder(job.folder, job.others);
}
