export { arbitraryDocuments, arbitrarySubjects, subjectColumns } from './arbitrary-document.js';
