import type { Check } from '../check.js';
import { changelogPresent } from './changelog-present.js';
import { noLinks } from './no-links.js';
import { noSecrets } from './no-secrets.js';
import { noStrayFiles } from './no-stray-files.js';
import { packageSize } from './package-size.js';
import { portableFileNames } from './portable-file-names.js';
import { readmePresent } from './readme-present.js';

/** Checks of the folder as it will be packed. */
export const packageChecks: readonly Check[] = [
  packageSize,
  noStrayFiles,
  noSecrets,
  noLinks,
  portableFileNames,
  readmePresent,
  changelogPresent,
];
