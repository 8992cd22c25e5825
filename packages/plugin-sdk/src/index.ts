export { manifestSchema, templateSchema, type Manifest, type ManifestTemplate } from './manifest.js';
export {
  fieldGeneratorSchema,
  sampleSchema,
  subjectFieldGeneratorSchema,
  type FieldGenerator,
  type Sample,
  type SampleEvents,
  type SubjectFieldGenerator,
} from './sample-schema.js';
export { generateSample } from './sample/generate-sample.js';
export type { SampleEvent, SampleRecord, SampleSubject } from './sample/sample-record.js';
export { readPlugin, type LoadedPlugin, type PluginResult } from './reader/read-plugin.js';
export { manifestJsonSchema } from './manifest-json-schema.js';
