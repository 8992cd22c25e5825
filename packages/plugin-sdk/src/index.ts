export {
  manifestSchema,
  generatorSchema,
  sampleSchema,
  type Generator,
  type Manifest,
  type ManifestTemplate,
  type Sample,
} from './manifest.js';
