export { identity } from './plugin.js';
