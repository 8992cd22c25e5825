import type { Check } from '../check.js';
import { descriptionsPresent } from './descriptions-present.js';
import { filesAreJson } from './files-are-json.js';
import { filesNotTooLarge } from './files-not-too-large.js';
import { hostRangeBounded } from './host-range-bounded.js';
import { hostRangeIncludesHost } from './host-range-includes-host.js';
import { idForm } from './id-form.js';
import { idLengths } from './id-lengths.js';
import { jsonKeysUnique } from './json-keys-unique.js';
import { licenseSpdx } from './license-spdx.js';
import { manifestReadable } from './manifest-readable.js';
import { manifestSchemaHolds } from './manifest-schema.js';
import { namedFilesExist } from './named-files-exist.js';
import { packageJsonAgrees } from './package-json-agrees.js';
import { requiresDeclared } from './requires-declared.js';
import { reservedIds } from './reserved-ids.js';
import { versionRanges } from './version-ranges.js';
import { versionSemver } from './version-semver.js';

/** Checks of the manifest itself. */
export const manifestChecks: readonly Check[] = [
  manifestReadable,
  filesAreJson,
  jsonKeysUnique,
  filesNotTooLarge,
  manifestSchemaHolds,
  namedFilesExist,
  idForm,
  idLengths,
  reservedIds,
  versionSemver,
  versionRanges,
  hostRangeIncludesHost,
  hostRangeBounded,
  licenseSpdx,
  descriptionsPresent,
  packageJsonAgrees,
  requiresDeclared,
];
