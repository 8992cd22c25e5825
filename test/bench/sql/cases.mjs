import { matrix } from './matrix.mjs';
import { rfm } from './rfm.mjs';
import { scorecard } from './scorecard.mjs';
import { b2bStages } from './stages.mjs';

/**
 * Models with columns that generate their dimensions and, as one good engineer writes it by hand, the SQL that gives the same
 * columns and tiers.
 */
export const cases = [rfm, scorecard, matrix, b2bStages];
