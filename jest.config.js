/** Module with the plugin that `lianxin plugin check` holds against the contract tests, and those installed beside it. */
const checked = process.env.LIANXIN_CHECKED_PLUGINS;

/** One configuration for every test: ESM, compiled by swc with the same decorator settings as tsconfig.json. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/src/**/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    ...(checked && { '^\\./checked-plugins\\.js$': checked }),
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // To a plugin from outside that the tests install, the platform is what they run on themselves: one kernel, not two.
    '^lianxin/(kernel|testing)$': '<rootDir>/src/$1/index.ts',
    '^lianxin/modules/([a-z-]+)$': '<rootDir>/src/modules/$1/index.ts',
  },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist\\.', '<rootDir>/.lianxin/'],
  testTimeout: 60_000,
  workerIdleMemoryLimit: '700MB',
  maxWorkers: 2,
};
