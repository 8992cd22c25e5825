import type { Check } from '../check.js';
import { sampleFitsTemplate } from './sample-fits-template.js';
import { sampleGenerates } from './sample-generates.js';
import { samplePresent } from './sample-present.js';
import { sampleReachesTiers } from './sample-reaches-tiers.js';
import { sampleRecordsFit } from './sample-records-fit.js';
import { sampleSize } from './sample-size.js';

/** Checks of sample data. */
export const sampleChecks: readonly Check[] = [
  samplePresent,
  sampleGenerates,
  sampleRecordsFit,
  sampleFitsTemplate,
  sampleReachesTiers,
  sampleSize,
];
