/** What can go wrong with an embedded or given PostgreSQL server. @since 0.1.0 */
export type PostgresErrorCode =
  | 'ACCOUNT_MISSING'
  | 'BINARIES_MISSING'
  | 'BINARIES_UNUSABLE'
  | 'DATA_INCOMPATIBLE'
  | 'DISK_FULL'
  | 'ENDED'
  | 'IN_USE'
  | 'NOT_WRITABLE'
  | 'START_FAILED'
  | 'STOP_FAILED'
  | 'TOO_OLD'
  | 'UNREACHABLE'
  | 'URL_INVALID';

/** A fault of the server or its folder; `message` is one sentence a person can act on. @since 0.1.0 */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly code: PostgresErrorCode;
  constructor(code: PostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Turns a fault of the file system under `folder` into a sentence; anything else stays as it is. */
export function fileFault(fault: unknown, folder: string): unknown {
  const code = (fault as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new PostgresError(
      'NOT_WRITABLE',
      `The folder ${folder} cannot be written by this user; give the user write access or choose another folder.`,
      { cause: fault },
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new PostgresError(
      'NOT_WRITABLE',
      `${folder} cannot be used as a folder because a file stands in its way.`,
      { cause: fault },
    );
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, fault);
  return fault;
}

/** No room left for the data in `folder`. */
export function diskFull(folder: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'DISK_FULL',
    `There is no space left on the disk of ${folder}; free some and start again.`,
    {
      cause,
    },
  );
}
