/**
 * Thrown by a job's handler that could not even begin, for a reason that is not the job's: the try does not count. The job is tried again
 * after a pause that grows with its age, from ten seconds to ten minutes.
 */
export class JobPostponed extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
