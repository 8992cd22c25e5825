import { preset } from '@terrace/tooling/jest';

const project = (displayName, testMatch) => ({
  ...preset,
  displayName,
  rootDir: import.meta.dirname,
  testMatch,
});

/** Unit tests need nothing; the others start PostgreSQL, the server or a browser by themselves. */
export default {
  projects: [
    project('unit', [
      '<rootDir>/packages/*/src/**/*.spec.ts',
      '<rootDir>/apps/*/src/**/*.spec.{ts,tsx}',
      '<rootDir>/plugins/*/**/*.spec.ts',
    ]),
    project('integration', [
      '<rootDir>/test/integration/**/*.spec.ts',
      '<rootDir>/test/regression/**/*.spec.ts',
    ]),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts']),
    project('web', ['<rootDir>/test/web/**/*.web-spec.ts']),
  ],
};
