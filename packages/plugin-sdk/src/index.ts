export {
  addedFieldSchema,
  manifestSchema,
  templateSchema,
  type Manifest,
  type ManifestTemplate,
} from './manifest.js';
export {
  codeSettingsSchema,
  permissionsSchema,
  type CodeSettings,
  type Permissions,
} from './code-settings.js';
export { actionPresetSchema, type ActionPreset } from './contribution/action-preset-schema.js';
export { nodeKindContributionSchema, type NodeKindContribution } from './contribution/node-kind-schema.js';
export {
  reportAggregates,
  reportExpectationSchema,
  reportMeasureSchema,
  reportSchema,
  type Report,
  type ReportMeasure,
} from './contribution/report-schema.js';
export {
  testCaseFileSchema,
  testCaseSchema,
  type TestCase,
  type TestCaseFile,
} from './test-case/test-case-schema.js';
export { runTestCases, type TestCaseReport, type TestCaseResult } from './test-case/run-test-cases.js';
export { mismatchesOf, type Mismatch } from './test-case/mismatches.js';
export { knownTypes } from './reader/known-types.js';
export {
  fieldGeneratorSchema,
  sampleSchema,
  subjectFieldGeneratorSchema,
  type FieldGenerator,
  type Sample,
  type SampleEvents,
  type SubjectFieldGenerator,
} from './sample-schema.js';
export { toolFolders } from './tool-folders.js';
export { generateSample } from './sample/generate-sample.js';
export { recordsOf } from './sample/records-of.js';
export { readPluginOrThrow } from './reader/read-plugin-or-throw.js';
export type { SampleEvent, SampleRecord, SampleSubject } from './sample/sample-record.js';
export {
  readPlugin,
  type LoadedPlugin,
  type PluginResult,
  type ReadPluginOptions,
} from './reader/read-plugin.js';
export { manifestJsonSchema, testCasesJsonSchema } from './json-schemas.js';
export {
  codeActionSchema,
  codeDeclarationsSchema,
  codeDimensionSchema,
  codeValueTypes,
  defaultEventLimit,
  type CodeAction,
  type CodeDeclarations,
  type CodeDimension,
} from './code-declarations.js';
export { checkCodeDeclarations } from './reader/check-code.js';
export { declarationsFile, isBuiltFile, isSourceFile } from './code-files.js';
export { createSigningKeys, fingerprintOf, readPublicKey, type SigningKeys } from './package/signing-key.js';
export { packageLimits, type PackageLimits } from './package/package-limits.js';
export { packPlugin, type PackResult } from './package/pack-plugin.js';
export { signPackage, type SignResult } from './package/sign-package.js';
export { unpackPackage, type UnpackResult } from './package/unpack-package.js';
export {
  verifyFolder,
  verifyPackage,
  type TrustedKey,
  type Verification,
} from './package/verify-signature.js';
export { textKey } from './reader/resolve-texts.js';
export { codeDimensionNode, knownPlugin } from './known-plugin.js';
