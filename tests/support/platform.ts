export * from '../../src/testing/platform.js';
export { copyOf, testConfig } from '../../src/testing/templates.js';
