import { preset } from '@terrace/tooling/jest';
import { fileURLToPath } from 'node:url';

const project = (displayName, testMatch, more = {}) => ({
  ...preset,
  displayName,
  rootDir: import.meta.dirname,
  testMatch,
  ...more,
});

/** One PostgreSQL server for all workers of a run. */
const withPostgres = {
  globalSetup: fileURLToPath(import.meta.resolve('@terrace/testing/global-setup')),
  globalTeardown: fileURLToPath(import.meta.resolve('@terrace/testing/global-teardown')),
};

/** Unit tests need nothing; the others start PostgreSQL, the server or a browser by themselves. */
export default {
  // Against tests that hang; a busy machine must not reach it. Jest takes it here only, not per project.
  testTimeout: 60_000,
  projects: [
    project('unit', [
      '<rootDir>/packages/*/src/**/*.spec.ts',
      '<rootDir>/apps/*/src/**/*.spec.{ts,tsx}',
      '<rootDir>/plugins/*/**/*.spec.ts',
    ]),
    project(
      'integration',
      ['<rootDir>/test/integration/**/*.spec.ts', '<rootDir>/test/regression/**/*.spec.ts'],
      withPostgres,
    ),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], withPostgres),
    project('web', ['<rootDir>/test/web/**/*.web-spec.ts'], withPostgres),
  ],
};
