import type { OwnedType } from '../../catalog/plan-types.js';
import { compareVersions, type Comparison, type VersionDifference } from '../lifecycle/compare-versions.js';
import { readFolder, type ReadResult } from './read-folder.js';

/** What the reading thread can be asked. */
export type Job =
  | { readonly kind: 'read'; readonly folder: string; readonly stored: readonly OwnedType[] }
  | { readonly kind: 'compare'; readonly comparison: Comparison };

/** What each job gives. */
export interface JobResults {
  readonly read: ReadResult;
  readonly compare: VersionDifference;
}

export async function doJob(job: Job): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'read':
      return readFolder(job.folder, job.stored);
    case 'compare':
      return compareVersions(job.comparison);
  }
}
