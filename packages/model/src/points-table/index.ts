export type {
  BinValues,
  PointsBin,
  PointsTable,
  PointsVariable,
  RangeValues,
  SingleValue,
} from './points-table.js';
export { readPointsTable, type ReadPointsTable } from './read-points-table.js';
export { attainableRange } from './attainable-range.js';
export { tierCuts, type TierCuts } from './tier-cuts.js';
export { matchField, type MatchedField } from './match-field.js';
export { fitsValueType, scorecardItem } from './scorecard-item.js';
export { identifiersFor } from './identifiers.js';
export { scorecardDocument, type ScorecardOptions } from './scorecard-document.js';
