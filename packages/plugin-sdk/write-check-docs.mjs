// Writes docs/plugin-checks from the definitions of the built conformance kit.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { checkPages } from './dist/conformance/index.js';

const folder = new URL('../../docs/plugin-checks/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of checkPages()) writeFileSync(new URL(name, folder), text);
