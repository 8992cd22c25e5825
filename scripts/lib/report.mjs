// Progress and faults go to standard error; standard output belongs to results.

/** One line of progress. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A fault that one sentence explains; `output` is what the failed program said last. */
export class Failure extends Error {
  constructor(sentence, output = '') {
    super(sentence);
    this.output = output;
  }
}

/** Prints a fault: the end of the output, then the sentence. Anything unexpected is shown whole. */
export function sayFault(fault) {
  if (!(fault instanceof Failure)) {
    say(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
    return;
  }
  const lines = fault.output.trimEnd().split('\n').slice(-30);
  if (lines.join('') !== '') say(lines.join('\n'));
  say(fault.message);
}

/** Seconds since `start` (milliseconds), for people. */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** The sentence for a file system that refuses, else the fault itself. */
export function explainFileFault(fault) {
  if (['EACCES', 'EPERM', 'EROFS'].includes(fault?.code))
    return new Failure(
      `The checkout cannot be written by this user (${fault.path ?? fault.message}); give it write access.`,
    );
  if (['ENOSPC', 'EDQUOT'].includes(fault?.code))
    return new Failure('There is no space left on the disk of this checkout; free some and start again.');
  return fault;
}
