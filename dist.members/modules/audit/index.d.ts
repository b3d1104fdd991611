export { audit } from './plugin.js';
