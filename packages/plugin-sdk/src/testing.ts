export { makeArchive, makeTar, type ArchiveEntry } from './package/make-archive.js';
