export { arbitraryExpressions, generatedInputs } from './arbitrary-expression.js';
