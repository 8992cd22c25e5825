import { sayFault } from './report.mjs';

/** Runs a script's work; a fault is told and ends with exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (fault) {
    sayFault(fault);
    process.exitCode = 1;
  }
}
