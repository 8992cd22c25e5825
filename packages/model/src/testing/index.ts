export { arbitraryDocuments, arbitrarySubjects, subjectColumns } from './arbitrary-document.js';
export { arbitraryLifecycle, lifecycleDocuments, lifecycleSubjects } from './lifecycle-documents.js';
