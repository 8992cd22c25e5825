import { readFileSync } from 'node:fs';
import { Failure } from './report.mjs';
import { inRoot } from './repository.mjs';

/** @throws Failure on a Node.js older than package.json asks for */
export function checkNodeVersion() {
  const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Failure(
    `Terrace needs Node.js ${wanted} or newer; this is ${process.versions.node} (https://nodejs.org).`,
  );
}
