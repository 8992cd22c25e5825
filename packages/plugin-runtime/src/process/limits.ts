/** Limits, where neither a manifest nor the host sets others. */
export const limits = {
  /** One call. */
  callMs: 2000,
  /** The heap, in MB. */
  memoryMb: 128,
  /** From the start of the process until its own program runs: the plugin has no part in it. */
  startMs: 20_000,
  /** Loading the code of a plugin: time that the process had, and how many times as long it may wait for it on a busy machine. */
  loadMs: 3000,
  loadPatience: 4,
  /** How long a process without work is kept. */
  idleMs: 30_000,
  /** What Node.js itself needs beyond its size at the start, the young generation of its heap above all, in MB. */
  ownMemoryMb: 64,
  /** What a plugin declares. */
  declarationBytes: 4 * 1024 * 1024,
  /** An answer: so much, and so much per subject, and never more than the last. */
  answerBaseBytes: 64 * 1024,
  answerBytesPerSubject: 4 * 1024,
  answerMostBytes: 16 * 1024 * 1024,
  /** Any other message, and one that may carry the body of a request. */
  messageBytes: 64 * 1024,
  fetchMessageBytes: 3 * 1024 * 1024,
  /** Everything written to the log between the start of one call and that of the next. */
  logBytes: 4 * 1024 * 1024,
  /** Requests through `context.fetch` at once. */
  fetches: 16,
  /** The storage folder. */
  storageBytes: 256 * 1024 * 1024,
  /** Calls that wait. */
  waiting: 100,
  /** Tries of a call whose process is ended from outside. */
  tries: 3,
} as const;
