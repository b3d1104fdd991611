/** What the tests of a plugin need, under jest and under `node --test`; `lianxin/testing` to a plugin from outside. */
export type { Standing } from './accounts.js';
export { type Answer, Client, type GraphError, UnexpectedAnswer, type UserError } from './client.js';
export { Platform, type PlatformOptions, startPlatform } from './platform.js';
export { type SentStatement, Wire } from './wire.js';
