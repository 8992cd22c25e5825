import type { Check } from '../check.js';
import { dimensionsSound } from './dimensions-sound.js';
import { idsUnique } from './ids-unique.js';
import { nodeKindsSound } from './node-kinds-sound.js';
import { originsAgree } from './origins-agree.js';
import { referencesResolve } from './references-resolve.js';
import { typesNotTaken } from './types-not-taken.js';

/** Checks of what names what. */
export const referenceChecks: readonly Check[] = [
  idsUnique,
  typesNotTaken,
  referencesResolve,
  dimensionsSound,
  nodeKindsSound,
  originsAgree,
];
