export { arbitraryExpressions } from './arbitrary-expression.js';
export { arbitraryListRules, listInputs } from './arbitrary-list-rules.js';
export { generatedInputs } from './generated-inputs.js';
export { referenceValue } from './reference-value.js';
