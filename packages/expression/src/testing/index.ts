export { arbitraryExpressions } from './arbitrary-expression.js';
export { generatedInputs } from './generated-inputs.js';
export { referenceValue } from './reference-value.js';
