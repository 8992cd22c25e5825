export { checkAreas, type Check, type CheckArea, type Words } from './check.js';
export {
  checkPlugin,
  type CheckIssue,
  type CheckResult,
  type CheckState,
  type Conformance,
} from './check-plugin.js';
export { checkPage, checkPages } from './documentation/check-page.js';
export type { CheckOptions, Rebuilt } from './plugin-under-check.js';
export { checks } from './registry.js';
