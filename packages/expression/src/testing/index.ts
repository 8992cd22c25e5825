export { referenceValue } from './reference-value.js';
export { arbitraryExpressions, generatedInputs } from './arbitrary-expression.js';
