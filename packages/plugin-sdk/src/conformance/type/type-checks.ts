import type { Check } from '../check.js';
import { addedFieldsOptional } from './added-fields-optional.js';
import { aliasesUnambiguous } from './aliases-unambiguous.js';
import { boundsOrdered } from './bounds-ordered.js';
import { enumerationsHaveValues } from './enumerations-have-values.js';
import { keysHaveAliases } from './keys-have-aliases.js';
import { personalFieldsMarked } from './personal-fields-marked.js';
import { unitsConsistent } from './units-consistent.js';
import { unitsKnown } from './units-known.js';

/** Checks of record types, their fields and their units. */
export const typeChecks: readonly Check[] = [
  aliasesUnambiguous,
  keysHaveAliases,
  personalFieldsMarked,
  enumerationsHaveValues,
  boundsOrdered,
  addedFieldsOptional,
  unitsKnown,
  unitsConsistent,
];
