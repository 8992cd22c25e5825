export { arbitraryDocuments, arbitrarySubjects, subjectColumns } from './arbitrary-document.js';
export { arbitraryLifecycle, lifecycleDocuments, lifecycleSubjects } from './lifecycle-documents.js';
export {
  arbitraryCards,
  arbitraryCardSubjects,
  arbitraryWritings,
  plainTotal,
  scaledText,
  writeCard,
  type Card,
  type CardSubject,
} from '../points-table/testing/arbitrary-card.js';
