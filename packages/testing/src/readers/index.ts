export { ReaderComparison, type ComparisonOptions, type Mismatch } from './compare-readers.js';
export { columnOf, createInputTable, type InputRow } from './input-table.js';
